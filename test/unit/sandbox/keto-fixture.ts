import assert from 'node:assert/strict';
import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url } from './harness.ts';

/** A relationship as these tests write it: `Group:dev#members@ann`, or `@(Group:all#members)` for a subject set. */
export interface Tuple {
  readonly namespace: string;
  readonly object: string;
  readonly relation: string;
  readonly subject_id?: string;
  readonly subject_set?: { readonly namespace: string; readonly object: string; readonly relation: string };
}

export function tuple(text: string): Tuple {
  const [, namespace = '', object = '', relation = '', subject = ''] =
    /^([^:]+):([^#]+)#([^@]*)@(.+)$/.exec(text) ?? assert.fail(`no tuple: ${text}`);
  const set = /^\(([^:]+):([^#]+)#(.*)\)$/.exec(subject);
  const [, setNamespace = '', setObject = '', setRelation = ''] = set ?? [];
  return {
    namespace,
    object,
    relation,
    ...(set
      ? { subject_set: { namespace: setNamespace, object: setObject, relation: setRelation } }
      : { subject_id: subject }),
  };
}

/** A Keto in this process with namespaces of its own and nothing in it. */
export class Keto {
  private readonly sandbox: Sandbox;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async start(opl: string | undefined, options: Partial<SandboxOptions> = {}): Promise<Keto> {
    const location = `base64://${Buffer.from(opl ?? '').toString('base64')}`;
    const config = { namespaces: { location } };
    return new Keto(
      await start({
        ports: { 'keto-read': 0, 'keto-write': 0, 'keto-opl': 0 },
        ...(opl === undefined ? {} : { keto: { config, file: '' } }),
        ...options,
      }),
    );
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  read<T>(path: string): Promise<T> {
    return getJson<T>(url(this.sandbox, 'keto-read', path));
  }

  get(path: string): Promise<Response> {
    return fetch(url(this.sandbox, 'keto-read', path));
  }

  ask(path: string, body: unknown): Promise<Response> {
    return send('POST', url(this.sandbox, 'keto-read', path), body);
  }

  write(method: string, path: string, body?: unknown): Promise<Response> {
    const target = url(this.sandbox, 'keto-write', path);
    return body === undefined ? fetch(target, { method }) : send(method, target, body);
  }

  syntax(source: string): Promise<Response> {
    return fetch(url(this.sandbox, 'keto-opl', '/opl/syntax/check'), { method: 'POST', body: source });
  }

  /** Stores all of them at once. */
  async add(...tuples: readonly string[]): Promise<void> {
    const deltas = tuples.map((text) => ({ action: 'insert', relation_tuple: tuple(text) }));
    assert.equal((await this.write('PATCH', '/admin/relation-tuples', deltas)).status, 204);
  }

  /** Whether the tuple is allowed; the status of both ways to ask must agree. */
  async allows(text: string, depth = 0): Promise<boolean> {
    const query = depth === 0 ? '' : `?max-depth=${depth}`;
    const plain = await this.ask(`/relation-tuples/check${query}`, tuple(text));
    const { allowed } = (await plain.json()) as { allowed: boolean };
    assert.equal(plain.status, allowed ? 200 : 403);
    return allowed;
  }
}
