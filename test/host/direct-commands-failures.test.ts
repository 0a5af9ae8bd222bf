import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, type Progress, window } from 'vscode';
import { ask, part, type Person, row, usePerson, writes } from './direct-commands-support.ts';

/** A command, on whom it is run, and the write that the server is to fail. */
interface Task {
  readonly command: string;
  readonly target: unknown;
  readonly service: 'kratos-admin' | 'hydra-admin';
  readonly method: string;
  /** What failed, as the message says it. */
  readonly couldnt: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly types?: readonly string[];
  readonly picks?: readonly string[][];
}

const ID = '6a0a1c8e-6d0f-4a8e-9d53-2f1c5ab0c001';
const ada = row('identities', ID, 'ada@example.com');
const shop = row('clients', ID, 'Web shop');
const firefox = row('sessions', ID, 'Firefox');
const kratos = { service: 'kratos-admin' } as const;
const hydra = { service: 'hydra-admin' } as const;

const tasks: readonly Task[] = [
  {
    command: 'createRecoveryCode',
    target: ada,
    ...kratos,
    method: 'POST',
    types: ['15m'],
    couldnt: 'create a recovery code for ada@example.com',
  },
  {
    command: 'createRecoveryLink',
    target: ada,
    ...kratos,
    method: 'POST',
    types: ['15m'],
    couldnt: 'create a recovery link for ada@example.com',
  },
  {
    command: 'deleteSessions',
    target: ada,
    ...kratos,
    method: 'DELETE',
    answers: { 'Delete all sessions': 'Delete' },
    couldnt: 'delete all sessions of ada@example.com',
  },
  {
    command: 'deleteCredential',
    target: part({
      is: 'credential',
      identity: ID,
      identityName: 'ada@example.com',
      type: 'totp',
      identifiers: [],
    }),
    ...kratos,
    method: 'DELETE',
    answers: { 'Delete the totp': 'Delete' },
    couldnt: 'delete the totp credential of ada@example.com',
  },
  {
    command: 'extendSession',
    target: firefox,
    ...kratos,
    method: 'PATCH',
    couldnt: 'extend the session Firefox',
  },
  {
    command: 'endSession',
    target: firefox,
    ...kratos,
    method: 'DELETE',
    answers: { 'End the session': 'End' },
    couldnt: 'end the session Firefox',
  },
  {
    command: 'rotateClientSecret',
    target: shop,
    ...hydra,
    method: 'POST',
    couldnt: 'rotate the secret of Web shop',
  },
  {
    command: 'deleteClientTokens',
    target: shop,
    ...hydra,
    method: 'DELETE',
    answers: { 'Delete all access tokens': 'Delete' },
    couldnt: 'delete the tokens of Web shop',
  },
  {
    command: 'addKey',
    target: row('keys', 'signing', 'signing'),
    ...hydra,
    method: 'POST',
    types: ['first'],
    picks: [['ES256'], ['Signatures']],
    couldnt: 'add a key to signing',
  },
  {
    command: 'deleteKey',
    target: part({ is: 'key', set: 'signing', kid: 'first' }),
    ...hydra,
    method: 'DELETE',
    answers: { 'Delete the key': 'Delete' },
    couldnt: 'delete the key first of signing',
  },
];

/** What a server does to the write, and what the person is told of it. */
const faults: Readonly<Record<string, { readonly rule: object; readonly words: RegExp }>> = {
  'a refused key (401)': {
    rule: { status: 401, body: { error: { code: 401, message: 'The request could not be authorized' } } },
    words: /: The key for Actions sandbox was refused: The request could not be authorized \(401\)\.$/,
  },
  'a key without the right (403)': {
    rule: { status: 403, body: { error: { code: 403, message: 'Forbidden', reason: 'Read only.' } } },
    words: /: Actions sandbox does not allow this: Read only \(403\)\.$/,
  },
  'what is gone (404)': {
    rule: { status: 404, body: { error: { code: 404, message: 'Unable to locate the resource' } } },
    words: /: It is not there: Unable to locate the resource \(404\)\. It may have been deleted\.$/,
  },
  'a conflict (409)': {
    rule: { status: 409, body: { error: { code: 409, message: 'It is in use' } } },
    words:
      /: Actions sandbox (already has another with these values|can’t do this as things stand): It is in use \(409\)\.$/,
  },
  'too many requests, again and again (429)': {
    rule: { status: 429, body: { error: { code: 429, message: 'Too Many Requests' } } },
    words: /: Actions sandbox asks to wait: too many requests \(429\)\.$/,
  },
  'a server with a fault (503)': {
    rule: { status: 503, body: { error: { code: 503, message: 'Out of order' } } },
    words: /: Actions sandbox has a fault: Out of order \(503\)\.$/,
  },
  'a connection that breaks': {
    rule: { reset: true },
    words:
      /did not answer: the connection broke\. It may have been carried out all the same: look before you try again\.$/,
  },
};

describe('direct commands that fail', () => {
  const given = usePerson();
  let person: Person;
  beforeEach(() => {
    person = given();
  });

  const letFail = ({ service, method }: Task, rule: object) =>
    ask(service, 'PUT', '/.sandbox/faults', { rules: [{ match: { service, method }, ...rule }] });
  const mend = async () => {
    for (const service of ['kratos-admin', 'hydra-admin'] as const)
      await ask(service, 'DELETE', '/.sandbox/faults');
  };
  afterEach(mend);

  async function run({ command, target, answers, types, picks }: Task, more = {}): Promise<void> {
    person.told.length = 0;
    person.answers = { ...answers, ...more };
    person.types = [...(types ?? [])];
    person.picks = (picks ?? []).map((labels) => [...labels]);
    await commands.executeCommand(`ory.${command}`, target);
  }

  for (const [what, { rule, words }] of Object.entries(faults)) {
    it(`tell ${what} once, in words, with what failed and where`, async () => {
      for (const task of tasks) {
        // Whose sessions are gone has none: that is what was wanted.
        if (task.command === 'deleteSessions' && words.source.includes('404')) continue;
        await letFail(task, rule);
        await run(task);
        assert.equal(person.told.length, task.answers ? 2 : 1, `${task.command}: ${person.told.join(' | ')}`);
        const said = person.told.at(-1) ?? '';
        assert.ok(said.startsWith(`Couldn’t ${task.couldnt} (Actions sandbox): `), said);
        assert.match(said, words);
      }
    });
  }

  it('are tried again when one asks for it', async () => {
    const set = `again-${Date.now().toString(36)}`;
    const adding = tasks.find(({ command }) => command === 'addKey');
    assert.ok(adding);
    await letFail(adding, { status: 500, times: 1 });
    await run({ ...adding, target: row('keys', set, set) }, { 'Couldn’t add a key': 'Retry' });
    const { json } = await ask('hydra-admin', 'GET', `/admin/keys/${set}`);
    assert.deepEqual(
      (json as { keys: { kid: string }[] }).keys.map(({ kid }) => kid),
      ['first'],
    );
  });

  it('of several things, try again only those that failed', async () => {
    const { json } = await ask('kratos-admin', 'GET', '/admin/identities?page_size=3');
    const ids = (json as { id: string }[]).map(({ id }) => id);
    const rows = ids.map((id, at) => row('identities', id, `person ${at}`));
    const rules = [
      { match: { method: 'DELETE', path: `/admin/identities/${ids[1]}/sessions` }, status: 500, times: 1 },
    ];
    await ask('kratos-admin', 'PUT', '/.sandbox/faults', { rules });
    await writes('kratos-admin');
    person.answers = { 'Delete all sessions': 'Delete', '1 of 3 failed': 'Retry Those' };
    await commands.executeCommand('ory.deleteSessions', rows[0], rows);
    const sent = (await writes('kratos-admin')).filter((line) => line.startsWith('DELETE'));
    assert.deepEqual(
      sent.toSorted(),
      [...ids, ids[1]].map((id) => `DELETE /admin/identities/${id}/sessions`).toSorted(),
    );
    assert.match(person.told.at(-1) ?? '', /1 of 3 failed\. person 1: Actions sandbox has a fault/);
  });

  it('say nothing when they are cancelled, and claim nothing', async () => {
    const progress = window.withProgress;
    // Whoever sees that it takes long presses Cancel.
    window.withProgress = ((
      _: unknown,
      task: (report: Progress<unknown>, token: unknown) => Promise<unknown>,
    ) => {
      const source = new CancellationTokenSource();
      const running = task({ report: () => undefined }, source.token);
      source.cancel();
      return running;
    }) as unknown as typeof window.withProgress;
    try {
      for (const task of tasks) {
        await letFail(task, { latency_ms: 60_000 });
        await run(task);
        assert.equal(person.told.length, task.answers ? 1 : 0, `${task.command}: ${person.told.join(' | ')}`);
      }
    } finally {
      window.withProgress = progress;
    }
  });
});
