// Every writing operation of the catalogue through every way in: a new operation is covered by itself.
import assert from 'node:assert/strict';
import { window } from 'vscode';
import { Answers } from '../../src/features/operations/answers.ts';
import type { Operations } from '../../src/features/operations/operations.ts';
import { perform } from '../../src/features/operations/perform.ts';
import { oauth2TokenExchange } from '../../src/ory/operations/tokens.ts';
import { patchOAuth2Client } from '../../src/ory/operations/clients.ts';
import { createJsonWebKeySet } from '../../src/ory/operations/keys.ts';
import { setProject } from '../../src/ory/operations/projects.ts';
import { patchIdentity } from '../../src/ory/operations/identities.ts';
import type { InputOf } from '../../src/ory/client.ts';
import { parseJson } from '../../src/ory/json/tree.ts';
import { RunHistory } from '../../src/ory/runner/history.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';
import { KINDS } from '../../src/kinds/kinds.ts';
import { aboutTo, touchedBy } from '../../src/kinds/touched.ts';
import { ALIKE, ODD } from '../support/hostile-answers.ts';
import { Person } from './direct-commands-support.ts';
import { closeAll } from './documents-support.ts';
import { inputFor, valuesFor, Window, WRITES } from './door-support.ts';

describe('every write', () => {
  let open: Window;
  let person: Person;

  before(async () => (open = await Window.open()));
  beforeEach(() => {
    person = new Person();
    person.sitDown();
    open.ory.written();
    open.announced();
  });
  afterEach(async () => {
    person.leave();
    await closeAll();
  });
  after(() => open.close());

  const call = async (operation: Operation, connection: string) => {
    const client = await open.container.client(open.connection(connection));
    return client.call(operation, inputFor(operation) as InputOf<Operation>);
  };

  /** What the history holds of the resource that an operation changes: "before", "after" and the places. */
  async function keptOf(operation: Operation): Promise<string[]> {
    const target = aboutTo({ operation, values: valuesFor(operation) });
    assert.ok(target);
    const history = await open.container.history();
    const key = history.keyOf(open.connection('door'), { ...target, connection: 'door' });
    assert.ok(key);
    const { versions } = await history.versions.list(key);
    return versions.map(({ moment }) => moment).slice(0, 2);
  }

  for (const operation of WRITES) {
    describe(operation.id, () => {
      it('is announced, and kept where its kind has a history', async () => {
        const reply = await call(operation, 'door');
        const values = valuesFor(operation);
        const expected = touchedBy({ operation, values, answer: parseJson(reply.text) });
        assert.deepEqual(
          open.announced(),
          expected.map(({ what, kind, id }) => ['door', what, kind, id].filter(Boolean).join(' ')),
        );
        const target = aboutTo({ operation, values });
        if (target && KINDS[target.kind].writing && target.what !== 'deleted')
          assert.deepEqual(await keptOf(operation), ['after', 'before']);
      });

      it('is refused on a read-only connection, with nothing sent', async () => {
        await assert.rejects(call(operation, 'door-closed'), /Closed is a read-only connection/);
        assert.deepEqual(open.ory.written(), []);
        assert.deepEqual(open.announced(), []);
      });

      it('is asked about on production when it is run, and recorded when it was sent', async () => {
        const answers = new Answers();
        const operations = {
          container: open.container,
          answers,
          history: new RunHistory(),
        } as unknown as Operations;
        const connection = open.connection('door-live');
        const { body, ...values } = inputFor(operation);
        const isForm = operation.body?.fields !== undefined;
        const input = {
          values: isForm ? { ...values, ...(body as object) } : values,
          ...(body && !isForm
            ? { body: operation.body?.contentType === 'application/json' ? '{}' : 'given' }
            : {}),
        };
        try {
          assert.equal(await perform(operations, { operation, connection, input }), undefined);
          assert.deepEqual(open.ory.written(), [], 'nothing was sent');
          const { production } = await open.container.door();
          const before = (await production.all()).length;
          person.answers = { 'on Live?': 'Run' };
          window.showInputBox = (options) => Promise.resolve(options?.placeHolder);
          const entry = await perform(operations, { operation, connection, input });
          assert.equal(entry?.status, 200, JSON.stringify(entry));
          const [last, ...rest] = await production.all();
          assert.equal(rest.length, before);
          assert.equal(last?.operation, operation.id);
          assert.equal(last.connection, 'Live');
          assert.equal(last.outcome, '200');
        } finally {
          answers.dispose();
        }
      });
    });
  }
});

describe('a write that was carried out', () => {
  let open: Window;
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  before(async () => (open = await Window.open()));
  beforeEach(() => {
    failures.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => {
    open.ory.reads = undefined;
    process.off('unhandledRejection', note);
  });
  after(() => open.close());

  const odd = Object.entries(ODD).filter(([name]) => !ALIKE.has(name));
  for (const when of ['before', 'after'])
    it(`is told as done and announced, whatever is read ${when} it`, async () => {
      const connection = open.connection('door');
      const client = await open.container.client(connection);
      for (const [name, answer] of odd)
        for (const operation of [patchIdentity, patchOAuth2Client, setProject, createJsonWebKeySet]) {
          open.announced();
          open.ory.reads = { answer, from: when === 'before' ? 0 : open.ory.version + 1 };
          const { status } = await client.call(operation, inputFor(operation) as InputOf<Operation>);
          assert.equal(status, 200, `${operation.id}: ${name}`);
          assert.equal(open.announced().length, 1, `${operation.id}: ${name}`);
        }
      assert.deepEqual(failures, []);
    });
});

describe('a write whose versions can’t be kept', () => {
  let open: Window;
  before(async () => (open = await Window.open()));
  after(() => open.close());

  it('is told as done and announced', async () => {
    const client = await open.container.client(open.connection('door'));
    open.breakDisk();
    const { status } = await client.call(patchIdentity, { id: 'one-id', body: [] });
    assert.equal(status, 200);
    assert.deepEqual(open.announced(), ['door saved identities one-id']);
  });
});

describe('a batch', () => {
  let open: Window;
  before(async () => (open = await Window.open()));
  after(() => open.close());

  it('is announced once, reads and keeps nothing for each, and tells of many only that there are some', async () => {
    const connection = open.connection('door');
    const client = await open.container.client(connection);
    const door = await open.container.door();
    open.ory.server.received.splice(0);
    await door.batch(connection, async (write) => {
      for (let at = 0; at < 30; at++)
        await client.call(patchIdentity, { id: `many-${at}`, body: [] }, { write });
      await client.call(patchOAuth2Client, { id: 'few', body: [] }, { write });
      assert.deepEqual(open.announced(), [], 'not before its end');
    });
    assert.deepEqual(open.announced(), ['door saved identities', 'door saved clients few']);
    assert.ok(open.ory.server.received.every(({ method }) => method === 'PATCH'));
    const { versions } = await open.container.history();
    assert.equal((await versions.extent()).versions, 0);
  });

  it('announces what it did where it breaks off', async () => {
    const connection = open.connection('door');
    const client = await open.container.client(connection);
    const door = await open.container.door();
    open.ory.failing.set('PATCH /admin/identities/second', 409);
    await assert.rejects(
      door.batch(connection, async (write) => {
        for (const id of ['first', 'second', 'third'])
          await client.call(patchIdentity, { id, body: [] }, { write });
      }),
    );
    assert.deepEqual(open.announced(), ['door saved identities first']);
  });

  it('passes a write that a library sent past the client', async () => {
    const door = await open.container.door();
    await door.sent(open.connection('door'), oauth2TokenExchange, 200);
    await door.sent(open.connection('door'), oauth2TokenExchange, 401);
    assert.deepEqual(open.announced(), ['door saved keys']);
  });
});
