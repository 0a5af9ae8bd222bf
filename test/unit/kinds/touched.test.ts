// What each operation of the catalogue touches: the announcement of every write of this window rests on it.
import assert from 'node:assert/strict';
import { parseJson } from '../../../src/ory/json/tree.ts';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import { aboutTo, gathered, isFollowed, touchedBy } from '../../../src/kinds/touched.ts';

const operationOf = (id: string) => {
  const found = CATALOGUE.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
};

/** "saved identities a, created sessions s"; a kind alone where it isn't known which. */
function touched(id: string, values: Record<string, unknown> = {}, answer?: string): string {
  const written = {
    operation: operationOf(id),
    values,
    answer: answer === undefined ? undefined : parseJson(answer),
  };
  return touchedBy(written)
    .map((one) => [one.what, one.kind, one.id].filter(Boolean).join(' '))
    .join(', ');
}

describe('what an operation touches', () => {
  it('is known of every one that changes something', () => {
    const unknown = CATALOGUE.filter((one) => one.effect !== 'read' && !isFollowed(one)).map(({ id }) => id);
    assert.deepEqual(unknown, []);
  });

  it('is nothing of one that reads', () => {
    for (const { id } of CATALOGUE.filter(({ effect }) => effect === 'read'))
      assert.equal(touched(id, { id: 'a', set: 'a', project_id: 'a', project: 'a' }), '', id);
  });

  it('is the resource that its path names, wherever it names one', () => {
    const parameters = { identities: 'id', clients: 'id', keys: 'set', projects: 'project_id' } as const;
    const homes = [
      [/^\/admin\/identities\/\{id\}/, 'identities'],
      [/^\/admin\/clients\/\{id\}/, 'clients'],
      [/^\/admin\/keys\/\{set\}/, 'keys'],
      // What is a part of a project is named by both: see below.
      [/^\/projects\/\{project_id\}(?!\/(organizations|eventstreams)\/)/, 'projects'],
    ] as const;
    for (const operation of CATALOGUE.filter(({ effect }) => effect !== 'read')) {
      const kind = homes.find(([path]) => path.test(operation.path))?.[1];
      if (!kind) continue;
      const id = `${kind}-1`;
      const whole = operation.method === 'DELETE' && operation.path.endsWith(`{${parameters[kind]}}`);
      const values = { [parameters[kind]]: id };
      assert.equal(
        touched(operation.id, values),
        `${whole ? 'deleted' : 'saved'} ${kind} ${id}`,
        operation.id,
      );
      assert.equal(aboutTo({ operation, values })?.id, id, operation.id);
    }
  });

  it('is what is a part of a project or a workspace, by both ids', () => {
    const part = { project_id: 'p', project: 'p', organization_id: 'o', event_stream_id: 's', token_id: 't' };
    assert.equal(touched('updateOrganization', part), 'saved organizations p/o');
    assert.equal(touched('deleteOrganization', part), 'deleted organizations p/o');
    assert.equal(touched('deleteEventStream', part), 'deleted eventStreams p/s');
    assert.equal(touched('deleteProjectApiKey', part), 'deleted projectApiKeys p/t');
    const organization = '{"id":"o","label":"Acme","domains":[]}';
    assert.equal(touched('createOrganization', part, organization), 'created organizations p/o');
    const key = '{"id":"t","name":"CI","owner_id":"x","workspace_id":"w","value":"v"}';
    assert.equal(touched('createWorkspaceApiKey', { workspace: 'w' }, key), 'created workspaceApiKeys w/t');
    assert.equal(touched('updateWorkspace', { workspace: 'w' }), 'saved workspaces w');
    const workspace = '{"id":"w","name":"Acme","subscription_plan":null}';
    assert.equal(touched('createWorkspace', {}, workspace), 'created workspaces w');
  });

  it('is what its answer tells of, where it makes something', () => {
    assert.equal(
      touched('createIdentity', {}, '{"id":"i","schema_id":"d","traits":{}}'),
      'created identities i',
    );
    assert.equal(
      touched('createOAuth2Client', {}, '{"client_id":"c","grant_types":[]}'),
      'created clients c',
    );
    assert.equal(touched('createOidcDynamicClient', {}, '{"client_id":"c"}'), 'created clients c');
    assert.equal(touched('setOidcDynamicClient', { id: 'c' }), 'saved clients c');
    assert.equal(touched('deleteOidcDynamicClient', { id: 'c' }), 'deleted clients c');
    assert.equal(
      touched('trustOAuth2JwtGrantIssuer', {}, '{"id":"t","issuer":"https://x","public_key":{}}'),
      'created issuers t',
    );
    assert.equal(touched('createProject', {}, '{"id":"p","name":"Acme"}'), 'created projects p');
    assert.equal(
      touched(
        'batchPatchIdentities',
        {},
        '{"identities":[{"action":"create","identity":"a"},{"identity":"b"}]}',
      ),
      'created identities a, created identities b',
    );
    const many = JSON.stringify({
      identities: Array.from({ length: 500 }, (_, at) => ({ identity: `${at}` })),
    });
    assert.equal(touched('batchPatchIdentities', {}, many), 'created identities');
  });

  it('is what self-service flows did to people and their sessions', () => {
    const session = '"session":{"id":"s","identity":{"id":"i"}}';
    assert.equal(touched('updateLoginFlow', {}, `{${session}}`), 'created sessions s');
    assert.equal(touched('updateLoginFlow', {}, '{"id":"f","ui":{}}'), '');
    assert.equal(touched('updateLoginFlow'), 'created sessions', 'a redirect tells nothing');
    assert.equal(
      touched('updateRegistrationFlow', {}, `{"identity":{"id":"i"},${session}}`),
      'created identities i, created sessions s',
    );
    assert.equal(touched('updateRegistrationFlow'), 'created identities');
    assert.equal(touched('updateSettingsFlow', {}, '{"identity":{"id":"i"},"ui":{}}'), 'saved identities i');
    assert.equal(touched('updateVerificationFlow', {}, '{"state":"sent_email"}'), '');
    assert.equal(touched('updateVerificationFlow', {}, '{"state":"passed_challenge"}'), 'saved identities');
    assert.equal(
      touched('updateRecoveryFlow', {}, '{"state":"passed_challenge"}'),
      'saved identities, created sessions',
    );
    for (const id of ['performNativeLogout', 'updateLogoutFlow', 'disableMyOtherSessions', 'manageSessions'])
      assert.equal(touched(id), 'saved sessions', id);
    assert.equal(touched('disableMySession', { id: 's' }), 'deleted sessions s');
    assert.equal(touched('createNativeLoginFlow', {}, '{"id":"f"}'), '');
  });

  it('is what OAuth 2.0 did: keys that the first token made, consents', () => {
    assert.equal(touched('oauth2TokenExchange', {}, '{"access_token":"a"}'), 'saved keys');
    assert.equal(touched('acceptOAuth2ConsentRequest', { consent_challenge: 'c' }), 'saved identities');
    assert.equal(touched('revokeOAuth2ConsentSessions', { subject: 'i' }), 'saved identities i');
    assert.equal(touched('acceptOAuth2LoginRequest', { login_challenge: 'c' }), '');
  });

  it('comes with what the server warned of', () => {
    const [one] = touchedBy({
      operation: operationOf('patchProject'),
      values: { project_id: 'p' },
      answer: parseJson('{"project":{},"warnings":[{"message":"mind the gap"}]}'),
    });
    assert.deepEqual(one?.warnings, ['mind the gap']);
  });

  it('is told once for a batch, and of many only that there are some', () => {
    const of = (id: string) => ({ kind: 'identities', id, what: 'saved' }) as const;
    assert.equal(gathered([of('a'), of('a'), of('b')]).length, 2);
    const many = Array.from({ length: 100 }, (_, at) => of(`${at}`));
    assert.deepEqual(gathered([...many, { kind: 'clients', id: 'c', what: 'deleted' }]), [
      { kind: 'identities', what: 'saved' },
      { kind: 'clients', id: 'c', what: 'deleted' },
    ]);
  });
});
