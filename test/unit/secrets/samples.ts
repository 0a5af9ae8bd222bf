import { isSecret } from './oracle.ts';
import type { Shape } from './published.ts';

/** A value that nothing recognises by its looks: what hides it has to know the place. */
export const canary = (count: number): string => `zq${(count * 7919 + 1_000_003).toString(36)}Kv${count}x`;

export interface Sample {
  readonly value: unknown;
  readonly canaries: readonly string[];
  /** Names of members that hold texts. */
  readonly names: ReadonlySet<string>;
  /** What no secret is, and has to stay to be seen. */
  readonly plain: readonly string[];
}

const DEEPEST = 14;

/**
 * Values of a type, one for each alternative that it has anywhere; a canary stands wherever a secret can.
 * @param free whether also in what is anybody's own, such as traits and metadata
 */
export function samplesOf(shape: Shape, free = true): readonly Sample[] {
  const first = new Maker(0, free);
  const all = [first.sample(shape)];
  for (let variant = 1; variant < first.alternatives; variant++)
    all.push(new Maker(variant, free).sample(shape));
  return all;
}

class Maker {
  alternatives = 1;
  private readonly canaries: string[] = [];
  private readonly plain: string[] = [];
  private readonly names = new Set<string>();

  constructor(
    private readonly variant: number,
    private readonly free: boolean,
  ) {}

  sample(shape: Shape): Sample {
    const value = this.of(shape, { name: '', type: '', path: [] });
    return { value, canaries: this.canaries, names: this.names, plain: this.plain };
  }

  private secret(): string {
    const value = canary(this.variant * 1000 + this.canaries.length);
    this.canaries.push(value);
    return value;
  }

  /** Digits, as Kratos puts them among the words of a subject. */
  private subject(): string {
    const code = String(482_000 + this.variant * 100 + this.canaries.length);
    this.canaries.push(code);
    return `Use code ${code} to log in`;
  }

  private visible(): string {
    const value = `plain${this.variant}n${this.plain.length}`;
    this.plain.push(value);
    return value;
  }

  private of(shape: Shape, at: Place): unknown {
    switch (shape.kind) {
      case 'text':
        this.names.add(at.name);
        if (at.type === 'Message' && at.name === 'subject') return this.subject();
        return at.hidden || isSecret(at.name, at.type) ? this.secret() : this.visible();
      case 'const':
        return shape.value;
      case 'number':
        return 7;
      case 'flag':
        return true;
      case 'nothing':
        return null;
      case 'list':
        return [this.of(shape.of, at)];
      case 'map':
        return { one: this.of(shape.of, { ...at, path: [...at.path, 'one'] }) };
      case 'any-of': {
        this.alternatives = Math.max(this.alternatives, shape.of.length);
        const chosen = shape.of[this.variant % shape.of.length];
        return chosen && this.of(chosen, at);
      }
      case 'anything':
        return this.anything(at);
      case 'object':
        return this.object(shape, at);
    }
  }

  private object(shape: Extract<Shape, { kind: 'object' }>, at: Place): unknown {
    if (at.path.length > DEEPEST || at.path.filter((name) => name === at.name).length > 2) return {};
    if (shape.name === 'UiContainer') return { action: this.visible(), method: 'POST', nodes: this.nodes() };
    const hidden = at.hidden === true || (at.name === 'config' && at.path.includes('credentials'));
    return Object.fromEntries(
      shape
        .members()
        .map(({ name, shape: member }) => [
          name,
          this.of(member, { name, type: shape.name, path: [...at.path, name], hidden }),
        ]),
    );
  }

  /** What the types say nothing about, as servers and people fill it. */
  private anything({ name, path, hidden }: Place): unknown {
    if (name === 'config' && path.includes('credentials')) return this.credentialConfig();
    if (hidden) return { deep: [this.secret()] };
    if (name === 'config') return this.serviceConfig();
    if (!this.free) return { note: this.visible() };
    return { note: this.visible(), integration: { api_key: this.secret(), client_secret: this.secret() } };
  }

  private credentialConfig() {
    return {
      hashed_password: this.secret(),
      totp_url: `otpauth://totp/x?secret=${this.secret()}`,
      recovery_codes: [{ code: this.secret(), used_at: null }],
      providers: [{ provider: this.secret(), subject: this.secret(), initial_id_token: this.secret() }],
      credentials: [{ id: this.secret(), public_key: this.secret() }],
      user_handle: this.secret(),
    };
  }

  private serviceConfig() {
    return {
      secrets: { cookie: [this.secret()], cipher: [this.secret()] },
      courier: {
        smtp: {
          connection_uri: `smtps://u:${this.secret()}@mail.example`,
          headers: { 'X-Key': this.secret() },
        },
        http: { request_config: { auth: { type: 'api_key', config: { name: 'X', value: this.secret() } } } },
      },
      selfservice: {
        methods: {
          oidc: {
            config: {
              providers: [{ id: 'x', client_secret: this.secret(), apple_private_key: this.secret() }],
            },
          },
        },
        flows: {
          login: {
            after: {
              hooks: [
                {
                  hook: 'web_hook',
                  config: { auth: { config: { user: this.secret(), password: this.secret() } } },
                },
              ],
            },
          },
        },
      },
      oidc: { subject_identifiers: { pairwise: { salt: this.secret() } } },
    };
  }

  /** Nodes of a form as Kratos makes them: the types only know texts. */
  private nodes() {
    const input = (name: string, type: string, value: string) => ({
      type: 'input',
      group: 'default',
      attributes: { node_type: 'input', name, type, value, required: true, disabled: false },
      messages: [],
      meta: {},
    });
    const text = (id: string, message: object) => ({
      type: 'text',
      group: 'totp',
      attributes: { node_type: 'text', id, text: message },
      messages: [],
      meta: {},
    });
    const codes = [this.secret(), this.secret()];
    const key = this.secret();
    return [
      input('traits.email', 'email', this.visible()),
      input('csrf_token', 'hidden', this.secret()),
      input('password', 'password', this.secret()),
      input('new_secret_answer', 'password', this.secret()),
      input('totp_code', 'text', this.secret()),
      input('code', 'text', this.secret()),
      input('lookup_secret', 'text', this.secret()),
      {
        ...input('', '', ''),
        type: 'img',
        attributes: {
          node_type: 'img',
          id: 'totp_qr',
          src: `data:image/png;base64,${this.secret()}`,
          width: 256,
        },
      },
      text('totp_secret_key', { id: 1050006, text: key, type: 'info', context: { secret: key } }),
      text('lookup_secret_codes', {
        id: 1050015,
        text: codes.join(', '),
        type: 'info',
        context: {
          secrets: codes.map((code) => ({
            id: 1050009,
            text: code,
            type: 'info',
            context: { secret: code },
          })),
        },
      }),
    ];
  }
}

interface Place {
  readonly name: string;
  readonly type: string;
  readonly path: readonly string[];
  /** Below a credential's configuration all is secret. */
  readonly hidden?: boolean;
}
