import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import {
  OWN_CALLBACK,
  type RedirectPlan,
  redirectPlans,
} from '../../../flows/oauth2/browser/redirect-plan.ts';
import { AUTH_METHODS, type AuthMethod, authMethodOf } from '../../../flows/oauth2/client-auth.ts';
import type { Field } from '../../../webviews/shared/oauth2/contract.ts';
import { FLOW_KINDS, type FlowKind, FLOWS } from './flow-kinds.ts';

/** Who decides login and consent, and where. */
export type BrowserKind = 'editor' | 'system';

const TEMPORARY = 'temporary';

/** What a run is to be, as far as it was filled in. Nothing in it is secret. */
export class RunSetup {
  private values: Readonly<Record<string, string>> = {};
  /** The client that was chosen, as the server has it. */
  existing: OAuth2Client | undefined;
  /** Grows where fields are to be drawn anew. */
  revision = 0;

  get flow(): FlowKind {
    return FLOW_KINDS.find((kind) => kind === this.values.flow) ?? this.suitable()[0] ?? 'code';
  }

  get browser(): BrowserKind {
    return this.values.browser === 'system' ? 'system' : 'editor';
  }

  /** The client to be run with; undefined for one that is made for the run. */
  get client(): OAuth2Client | undefined {
    return this.values.client === TEMPORARY ? undefined : this.existing;
  }

  get method(): AuthMethod {
    const { client, flow } = this;
    const method = authMethodOf(client ? client.token_endpoint_auth_method : this.values.method);
    // A client without a secret gets nothing for itself.
    return !client && flow === 'client_credentials' && method === 'none' ? 'client_secret_basic' : method;
  }

  get scope(): string {
    return this.text('scope', this.client?.scope ?? FLOWS[this.flow].scope);
  }

  get audience(): readonly string[] {
    return this.text('audience', '')
      .split(/[\s,]+/)
      .filter(Boolean);
  }

  /** How the browser's answer gets back; undefined for a client without a redirect URI. */
  get redirect(): RedirectPlan | undefined {
    const plans = redirectPlans(this.client?.redirect_uris ?? []);
    return plans.find(({ redirectUri }) => redirectUri === this.values.redirect_uri) ?? plans[0];
  }

  /** Where the browser comes back to once the user is signed out; a temporary client has its callback for that, too. */
  get postLogoutRedirectUri(): string | undefined {
    return this.client ? this.client.post_logout_redirect_uris?.[0] : OWN_CALLBACK;
  }

  text(name: string, fallback = ''): string {
    return (this.values[name] ?? fallback).trim();
  }

  /** @throws {Error} with what is wrong about it, in words */
  maxAge(): number | undefined {
    const text = this.text('max_age');
    if (text === '') return undefined;
    if (!/^\d+$/.test(text)) throw new Error('max_age is a whole number of seconds.');
    return Number(text);
  }

  choose(client: OAuth2Client): void {
    this.existing = client;
    this.values = {};
    this.revision++;
  }

  fill(name: string, value: string): void {
    this.values = { ...this.values, [name]: value };
    // What else can be filled in depends on these.
    if (!['flow', 'client', 'browser'].includes(name)) return;
    // Another flow or client has other scopes.
    const stays = Object.entries(this.values).filter(([one]) => name === 'browser' || one !== 'scope');
    this.values = Object.fromEntries(stays);
    this.revision++;
  }

  fields(): Field[] {
    const { flow, client, existing } = this;
    const interactive = flow === 'code' || flow === 'device';
    return [
      choice(
        'flow',
        'Flow',
        FLOWS[flow].about,
        flow,
        this.suitable().map((kind) => [kind, FLOWS[kind].label]),
      ),
      choice(
        'client',
        'Client',
        client
          ? l10n.t(
              '{0} · {1}; its secret is asked for.',
              client.client_id ?? '',
              authMethodOf(client.token_endpoint_auth_method),
            )
          : l10n.t('It is created for this run and deleted afterwards, also after a crash.'),
        client ? 'existing' : TEMPORARY,
        [
          ...(existing ? [['existing', existing.client_name || existing.client_id || ''] as const] : []),
          [TEMPORARY, l10n.t('A temporary client')],
        ],
      ),
      ...(client ? [] : [this.methodField()]),
      ...(interactive ? [this.browserField()] : []),
      ...(flow === 'code' && client ? this.redirectField() : []),
      this.textField('scope', l10n.t('Scopes, with spaces between them.'), this.scope),
      this.textField('audience', l10n.t('Audiences, with spaces between them.'), this.audience.join(' ')),
      ...(flow === 'code' ? this.codeFields() : []),
      ...(flow === 'jwt_bearer' ? this.assertionFields() : []),
    ];
  }

  /** Flows that the client is allowed; all for a temporary one. */
  private suitable(): FlowKind[] {
    const { client } = this;
    if (!client?.grant_types) return FLOW_KINDS;
    const allowed = FLOW_KINDS.filter((kind) =>
      client.grant_types?.includes(FLOWS[kind].grantTypes[0] ?? ''),
    );
    return allowed.length > 0 ? allowed : FLOW_KINDS;
  }

  private methodField(): Field {
    return choice(
      'method',
      'token_endpoint_auth_method',
      l10n.t('How it shows itself at the token endpoint.'),
      this.method,
      AUTH_METHODS.filter((method) => method !== 'none' || this.flow !== 'client_credentials').map(
        (method) => [method, method],
      ),
    );
  }

  private browserField(): Field {
    const about = {
      editor: l10n.t('You decide login and consent here; no login app has to run.'),
      system: l10n.t('The system’s browser opens, and your login and consent apps are asked.'),
    };
    return choice('browser', 'Browser', about[this.browser], this.browser, [
      ['editor', l10n.t('In the editor')],
      ['system', l10n.t('In the browser')],
    ]);
  }

  private redirectField(): Field[] {
    const plans = redirectPlans(this.client?.redirect_uris ?? []);
    const { redirect } = this;
    if (!redirect) return [];
    const way =
      this.browser === 'editor'
        ? l10n.t('It is not visited: the code is taken from the address.')
        : redirect.way === 'listen'
          ? l10n.t('The editor listens there for the code.')
          : l10n.t('Your app is there: you paste the address that the browser came back to.');
    const uris = plans.map(({ redirectUri }) => [redirectUri, redirectUri] as const);
    return [choice('redirect_uri', 'redirect_uri', way, redirect.redirectUri, uris)];
  }

  private codeFields(): Field[] {
    return [
      this.textField('prompt', l10n.t('Whether the user is asked again: none, login, consent.')),
      {
        ...this.textField('max_age', l10n.t('Seconds since the login after which the user is asked again.')),
        type: 'number',
      },
      this.textField('login_hint', l10n.t('Who is expected to sign in.')),
    ];
  }

  private assertionFields(): Field[] {
    return [
      {
        ...this.textField('subject', l10n.t('Whom the assertion speaks for.'), this.text('subject', 'alice')),
        required: true,
      },
      {
        ...this.textField(
          'issuer',
          l10n.t('An issuer that the server trusts: its private key is asked for.'),
        ),
        placeholder: l10n.t('empty: one that is trusted for this run only'),
      },
    ];
  }

  private textField(name: string, about: string, value = this.text(name)): Field {
    return { name, type: 'text', about, value };
  }
}

const choice = (
  name: string,
  label: string,
  about: string,
  value: string,
  choices: readonly (readonly [string, string])[],
): Field => ({
  name,
  label,
  type: 'choice',
  about,
  value,
  choices: choices.map(([one, words]) => ({ value: one, label: words })),
});
