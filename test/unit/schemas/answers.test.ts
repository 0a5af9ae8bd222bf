import assert from 'node:assert/strict';
import { parseJson } from '../../../src/ory/json/tree.ts';
import { printYaml } from '../../../src/ory/yaml/print.ts';
import { configurationId } from '../../../src/kinds/project/configuration-id.ts';
import { PROJECT_SERVICES, SERVICE_FILES } from '../../../src/kinds/project/services.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start.ts';
import { testClient } from '../support/test-client.ts';
import { Marks } from './marks.ts';

const ANY_PORT = { 'kratos-public': 0, 'kratos-admin': 0, 'hydra-public': 0, 'hydra-admin': 0, console: 0 };

/** Nothing that a server gave may be marked: then nobody would believe the marks. */
describe('documents as servers give them', function () {
  let sandbox: Sandbox;
  let marks: Marks;

  const at = (service: string) => sandbox.addresses[service as keyof typeof sandbox.addresses] ?? '';
  const ask = async <T>(service: string, path: string): Promise<T> =>
    (await (
      await fetch(at(service) + path, { headers: { authorization: 'Bearer ory_wak_sandbox' } })
    ).json()) as T;

  before(async () => {
    sandbox = await startSandbox({ ports: ANY_PORT, identities: 60, clients: 40, seed: 3 });
    // The first who asks for public keys makes them.
    await ask('hydra-public', '/.well-known/jwks.json');
    const schemas = await ask<{ id: string; schema: unknown }[]>('kratos-public', '/schemas?page_size=100');
    marks = new Marks(Object.fromEntries(schemas.map(({ id, schema }) => [id, schema])));
  });
  after(() => sandbox.close());

  async function marked(kind: KindId, service: string, ids: readonly string[]): Promise<string[]> {
    assert.ok(ids.length > 0, `there are ${kind}`);
    const client = testClient(at(service), undefined, { authorization: 'Bearer ory_wak_sandbox' });
    const found: string[] = [];
    for (const id of ids) {
      const raw = parseJson(await KINDS[kind].read(client, id));
      found.push(...(await marks.inDocument(kind, raw)).map((mark) => `${id}: ${mark}`));
    }
    return found;
  }
  const idsIn = async (service: string, path: string, name = 'id') =>
    (await ask<Record<string, string>[]>(service, path)).map((one) => one[name] ?? '');

  it('have no marks: identities', async () => {
    const ids = await idsIn('kratos-admin', '/admin/identities?page_size=60');
    assert.deepEqual(await marked('identities', 'kratos-admin', ids), []);
  });

  it('have no marks: sessions', async () => {
    const ids = await idsIn('kratos-admin', '/admin/sessions?page_size=20');
    assert.deepEqual(await marked('sessions', 'kratos-admin', ids), []);
  });

  it('have no marks: identity schemas', async () => {
    const ids = await idsIn('kratos-public', '/schemas');
    assert.deepEqual(await marked('schemas', 'kratos-public', ids), []);
  });

  it('have no marks: clients', async () => {
    const ids = await idsIn('hydra-admin', '/admin/clients?page_size=100', 'client_id');
    assert.deepEqual(await marked('clients', 'hydra-admin', ids), []);
  });

  it('have no marks: keys', async () => {
    const sets = ['hydra.openid.id-token', 'hydra.jwt.access-token'];
    assert.deepEqual(await marked('keys', 'hydra-admin', sets), []);
  });

  it('have no marks: trusted issuers', async () => {
    const ids = await idsIn('hydra-admin', '/admin/trust/grants/jwt-bearer/issuers');
    assert.deepEqual(await marked('issuers', 'hydra-admin', ids), []);
  });

  it('have no marks: projects, and the files of their services', async () => {
    const ids = await idsIn('console', '/projects');
    assert.deepEqual(await marked('projects', 'console', ids), []);
    const client = testClient(at('console'), undefined, { authorization: 'Bearer ory_wak_sandbox' });
    for (const project of ids) {
      for (const service of PROJECT_SERVICES) {
        const id = configurationId({ project, service });
        const text = printYaml(parseJson(await KINDS.configurations.read(client, id)));
        assert.deepEqual(await marks.inFile(SERVICE_FILES[service], text), [], id);
      }
    }
  });
});
