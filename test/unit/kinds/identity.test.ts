import assert from 'node:assert/strict';
import { parseJson } from '../../../src/ory/json/tree.ts';
import { sameContent } from '../../../src/kinds/changes.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { identityName, identityRow } from '../../../src/kinds/identity/row.ts';
import { FieldError } from '../../../src/kinds/save-error.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const stored =
  '{"id":"i1","schema_id":"default","state":"active","traits":{"email":"ada@example.com","big":12345678901234567890},' +
  '"metadata_public":{"10":1,"9":2},"metadata_admin":{"note":"keep"},"created_at":"2026-01-01T00:00:00Z",' +
  '"updated_at":"2026-01-01T00:00:00Z","organization_id":null}';
const old = stored.replace(',"organization_id":null', '');

describe('saving an identity', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer((_, response) => answerJson(response, { id: 'i1' }));
  });
  afterEach(() => server.close());

  const save = (from: string, to: string, fresh = from) =>
    identityKind.writing?.save(testClient(server.url), {
      id: 'i1',
      opened: parseJson(from),
      edited: parseJson(to),
      fresh: parseJson(fresh),
    });

  it('sends the least that changes, as a JSON Patch, where the server keeps the rest', async () => {
    await save(stored, stored.replace('ada@', 'ada.lovelace@'));
    assert.equal(server.received[0]?.method, 'PATCH');
    assert.equal(
      server.received[0].body,
      '[{"op":"replace","path":"/traits/email","value":"ada.lovelace@example.com"}]',
    );
  });

  it('sends everything by PUT to servers that lose metadata_admin on PATCH, digit for digit', async () => {
    await save(old, old.replace('ada@', 'ada.lovelace@'));
    assert.equal(server.received[0]?.method, 'PUT');
    assert.equal(
      server.received[0].body,
      '{"schema_id":"default","state":"active",' +
        '"traits":{"email":"ada.lovelace@example.com","big":12345678901234567890},' +
        '"metadata_public":{"10":1,"9":2},"metadata_admin":{"note":"keep"}}',
    );
  });

  it('never patches such a server for an address: it would lose metadata_admin', async () => {
    const withAddress = (verified: boolean) =>
      old.replace(
        '"metadata_public"',
        `"verifiable_addresses":[{"id":"a","verified":${verified}}],"metadata_public"`,
      );
    await assert.rejects(
      Promise.resolve(save(withAddress(false), withAddress(true))),
      (error) => error instanceof FieldError && error.pointer === '/verifiable_addresses',
    );
    await save(withAddress(false), withAddress(true).replace('ada@', 'ada.lovelace@'));
    assert.deepEqual(
      server.received.map(({ method }) => method),
      ['PUT'],
    );
  });

  it('sends nothing when nothing changed', async () => {
    await save(stored, stored.replaceAll(',"', ', "'));
    assert.equal(server.received.length, 0);
  });

  it('refuses to change what the server sets, and says where', async () => {
    for (const [from, to, pointer] of [
      ['"i1"', '"i2"', '/id'],
      ['"created_at":"2026', '"created_at":"2020', '/created_at'],
    ] as const) {
      await assert.rejects(
        Promise.resolve(save(stored, stored.replace(from, to))),
        (error) => error instanceof FieldError && error.pointer === pointer,
      );
    }
    assert.equal(server.received.length, 0);
  });

  it('refuses admin metadata that would make the identity unreadable', async () => {
    const edited = stored.replace('{"note":"keep"}', '7');
    await assert.rejects(Promise.resolve(save(stored, edited)), /can’t be a number/);
    assert.equal(server.received.length, 0);
    // What servers keep all the same is kept, though it is no object.
    await save(stored, stored.replace('{"note":"keep"}', '["note"]'));
    assert.equal(server.received.length, 1);
  });

  it('overwrites exactly what differs from the server’s newer copy', async () => {
    const fresh = stored.replace('ada@', 'other@').replace('"updated_at":"2026-01', '"updated_at":"2026-02');
    await save(stored, stored.replace('"active"', '"inactive"'), fresh);
    assert.equal(
      server.received[0]?.body,
      '[{"op":"replace","path":"/state","value":"inactive"},' +
        '{"op":"replace","path":"/traits/email","value":"ada@example.com"}]',
    );
  });
});

describe('an identity', () => {
  it('is the same when only its time of change differs', () => {
    const later = stored.replace('"updated_at":"2026-01', '"updated_at":"2026-02');
    assert.ok(sameContent(identityKind, parseJson(stored), parseJson(later)));
    assert.ok(!sameContent(identityKind, parseJson(stored), parseJson(stored.replace('keep', 'lost'))));
  });

  it('is called what people call it', () => {
    const named = (traits: unknown) => identityName({ id: 'id', traits });
    assert.equal(named({ email: 'ada@example.com' }), 'ada@example.com');
    assert.equal(named({ username: 'ada', name: { first: 'Ada' } }), 'ada');
    assert.equal(named({ name: { first: 'Ada', last: 'Lovelace' } }), 'Ada Lovelace');
    assert.equal(named({}), 'id');
    assert.equal(named(null), 'id');
  });

  it('is dimmed and says so when it is inactive', () => {
    const row = identityRow({
      id: 'i',
      schema_id: 'customer',
      state: 'inactive',
      traits: {},
      schema_url: '',
    } as never);
    assert.equal(row.dimmed, true);
    assert.equal(row.description, 'inactive · customer');
  });
});
