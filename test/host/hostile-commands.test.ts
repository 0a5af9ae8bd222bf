// Documents, texts, panels and commands in front of servers whose answers are valid JSON and not what was asked for.
import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { ID, SAMPLES } from '../support/sample-answers.ts';
import { ALIKE, ODD, SENSELESS } from '../support/hostile-answers.ts';
import { Person } from './direct-commands-support.ts';
import { closeAll } from './documents-support.ts';
import { HostileServer } from './hostile-support.ts';
import { viewOf } from './views-support.ts';

const row = (kind: string, id = ID) => ({ ref: { connection: 'hostile', kind, id }, name: 'Somebody' });
const part = (value: object) => ({ part: { connection: 'hostile', ...value } });
const credential = {
  is: 'credential',
  identity: ID,
  identityName: 'Somebody',
  type: 'oidc',
  identifiers: ['github:1'],
};

const KINDS = ['identities', 'clients', 'keys', 'issuers', 'schemas', 'sessions', 'projects'];

/** Commands with what a row or a link hands over to them. */
const COMMANDS: readonly (readonly [string, ...unknown[]])[] = [
  ...KINDS.map((kind) => ['ory.openDocument', { connection: 'hostile', kind, id: ID }, 'Somebody'] as const),
  ['ory.openDocument', { connection: 'hostile', kind: 'configurations', id: `${ID}/identity` }, 'kratos'],
  ...['identities', 'clients', 'keys'].map((kind) => ['ory.openAsYaml', row(kind)] as const),
  ...['identities', 'clients'].map((kind) => ['ory.compare', row(kind)] as const),
  ...['identities', 'clients'].map((kind) => ['ory.showHistory', row(kind)] as const),
  ...['identities', 'clients'].map((kind) => ['ory.duplicate', row(kind)] as const),
  ...['identities', 'clients'].map((kind) => ['ory.deleteResource', row(kind)] as const),
  ['ory.showSubject', ID],
  ['ory.openMessage', part({ is: 'message', id: ID, name: 'a@b.c' })],
  ['ory.openMessage'],
  ['ory.revealMessage', part({ is: 'message', id: ID, name: 'a@b.c' })],
  ['ory.showClientConsents', row('clients')],
  ['ory.createRecoveryCode', row('identities')],
  ['ory.createRecoveryLink', row('identities')],
  ['ory.deactivateIdentity', row('identities')],
  ['ory.verifyAddress', row('identities')],
  ['ory.deleteCredential', part(credential)],
  ['ory.deleteSessions', row('identities')],
  ['ory.extendSession', row('sessions')],
  ['ory.revealSecrets', row('identities')],
  ['ory.revealSecrets', row('clients')],
  ['ory.rotateClientSecret', row('clients')],
  ['ory.rotateKeys', row('keys')],
  ['ory.newIdentity'],
  ['ory.newClient'],
  ['ory.compareProjects', row('projects')],
  ['ory.removeMember', row('projects')],
  ['ory.runOperation', { connection: 'hostile', operation: 'getIdentity', parameters: { id: ID } }],
];

const TOLD_APART = Object.entries(ODD).filter(([name]) => !ALIKE.has(name));

/** Commands that open a panel, and what its person does there. */
const PANELS: readonly (readonly [string, readonly unknown[], readonly object[]])[] = [
  ['ory.showProvider', [], []],
  ['ory.startOAuth2Flow', [row('clients')], [{ type: 'start' }]],
  ['ory.registerClient', [], [{ type: 'send' }, { type: 'read' }]],
  ['ory.inspectToken', ['ory_at_somethingthatisnojwt'], []],
];

/** What is shown of what, and all else for a person to see. */
const shownNow = (person: Person): string[] => [
  ...person.told,
  ...(window.activeTextEditor ? [window.activeTextEditor.document.fileName] : []),
];

/** Whether a word is of a mistake, and not of the server. */
const isSenseless = (said: string): boolean =>
  SENSELESS.test(said.replaceAll('names that every object has', ''));

describe('commands on servers that answer something else', () => {
  let hostile: HostileServer;
  let person: Person;
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);

  before(async () => {
    hostile = await HostileServer.start();
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    await hostile.close();
  });
  beforeEach(() => {
    failures.length = 0;
    person = new Person();
    person.sitDown();
    person.answers = { Reveal: 'Reveal', Rotate: 'Rotate', Deactivate: 'Deactivate', Delete: 'Cancel' };
    person.types = ['1h', '1h'];
  });
  afterEach(async () => {
    person.leave();
    hostile.answers = {};
    await closeAll();
  });

  /** Runs a command as a row or the palette does; what it throws nobody could read. */
  async function run(command: string, args: readonly unknown[], of: string): Promise<void> {
    const where = `${command} ${JSON.stringify(args[0] ?? '')} of ${of}`;
    try {
      await Promise.race([
        commands.executeCommand(command, ...args),
        // A list of choices that waits for a person is no failure.
        new Promise((resolve) => setTimeout(resolve, 1500)),
      ]);
    } catch (error) {
      assert.fail(`${where}: ${(error as Error).stack}`);
    }
    await commands.executeCommand('workbench.action.closeQuickOpen');
    for (const said of shownNow(person)) assert.ok(!isSenseless(said), `${where}: ${said}`);
    assert.deepEqual(
      failures.map((error) => String((error as Error).stack)).filter((stack) => SENSELESS.test(stack)),
      [],
      where,
    );
  }

  for (const [what, odd] of TOLD_APART)
    it(`make sense of ${what}, or say who answered what`, async () => {
      hostile.answers = { '*': odd };
      for (const [command, ...args] of COMMANDS) await run(command, args, what);
    });

  const everyMember = (odd: unknown) =>
    Object.fromEntries(
      Object.entries(SAMPLES).map(([operation, sample]) => {
        const change = (item: unknown) =>
          Object.fromEntries(
            Object.keys(item as object).map((name) => [name, /^(client_)?id$/.test(name) ? ID : odd]),
          );
        return [operation, Array.isArray(sample) ? sample.map(change) : change(sample)];
      }),
    );

  for (const [what, odd] of TOLD_APART)
    it(`make sense of ${what} for every member, or say who answered what`, async () => {
      hostile.answers = everyMember(odd);
      for (const [command, ...args] of COMMANDS) await run(command, args, what);
    });

  for (const [command, args, messages] of PANELS)
    it(`${command} shows what it can, or says who answered what`, async () => {
      for (const [what, odd] of TOLD_APART)
        for (const answers of [{ '*': odd }, everyMember(odd)]) {
          hostile.answers = answers;
          let view: Awaited<ReturnType<typeof viewOf<{ readonly busy?: boolean }>>> | undefined;
          try {
            view = await Promise.race([
              viewOf<{ readonly busy?: boolean }>(() => commands.executeCommand(command, ...args)),
              new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 2000)),
            ]);
            for (const message of messages) {
              view?.send(message);
              await view?.comes(({ busy }) => !busy);
            }
            for (const said of [...person.told, JSON.stringify(view?.models ?? [])])
              assert.ok(
                !/(Type|Range)Error|is not a function|Cannot read|failed unexpectedly/.test(said),
                `${what}: ${said.slice(0, 3000)}`,
              );
          } finally {
            view?.close();
          }
        }
    });
});
