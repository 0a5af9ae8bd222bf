// The views in front of servers whose answers are valid JSON and not what was asked for.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { ALIKE, ODD, SENSELESS } from '../support/hostile-answers.ts';
import { SAMPLES } from '../support/sample-answers.ts';
import { HostileServer } from './hostile-support.ts';
import { wordsOfView } from './trees.ts';

/** What each view asks when all its rows are expanded. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'ory.projects': [
    'listProjects',
    'getProjectMembers',
    'listProjectApiKeys',
    'listWorkspaces',
    'listWorkspaceApiKeys',
    'listOrganizations',
    'listEventStreams',
    'listIdentitySchemas',
    'listCourierMessages',
    'getVersion',
    'isAlive',
    'isReady',
  ],
  'ory.identities': ['listIdentities', 'getIdentity', 'listIdentitySessions', 'listOAuth2ConsentSessions'],
  'ory.clients': ['listOAuth2Clients'],
  'ory.keys': ['getJsonWebKeySet', 'listTrustedOAuth2JwtGrantIssuers'],
};
const VIEWS = Object.keys(ASKED);

/** What is told of rows one by one; of lists and objects the whole answers tell. */
const IN_ROWS = [
  'nothing at all',
  'null',
  'zero',
  'names that every object has',
  'a text of control characters',
];

/** An answer with something odd in the place of each member of what is shown, in turn. */
function* within(sample: unknown, odd: unknown): Generator {
  if (Array.isArray(sample)) {
    for (const changed of within(sample[0], odd)) yield [changed];
    return;
  }
  for (const [name, value] of Object.entries(sample as object)) {
    yield { ...(sample as object), [name]: odd };
    // Some lists stand in an object.
    if (Array.isArray(value) && Object.keys(sample as object).length === 1)
      for (const changed of within(value, odd)) yield { [name]: changed };
  }
}

describe('the views of servers that answer something else', () => {
  let hostile: HostileServer;
  let turn = 0;
  before(async () => {
    hostile = await HostileServer.start();
    await commands.executeCommand('workbench.view.extension.ory');
    await commands.executeCommand('ory.identities.focus');
  });
  after(() => hostile.close());

  /** What views say of these answers; nothing is left of others. */
  async function said(
    answers: Readonly<Record<string, unknown>>,
    views: readonly string[] = VIEWS,
  ): Promise<string[]> {
    hostile.answers = answers;
    await commands.executeCommand('ory.activateConnection', turn++ % 2 ? 'hostile' : 'hostile-too');
    await commands.executeCommand('ory.refreshProjects');
    const all: string[] = [];
    for (const view of views) {
      const words = await wordsOfView(view);
      // An empty list is told by the welcome text of its view.
      if (view === 'ory.projects' || view === 'ory.keys') assert.ok(words.length > 0, `${view} is silent`);
      all.push(...words);
    }
    return all;
  }

  const makesSense = (words: readonly string[], of: string) => {
    for (const word of words) assert.ok(!SENSELESS.test(word), `“${word.slice(0, 300)}” of ${of}`);
  };

  it('show every row of an answer that is as it should be', async () => {
    const words = await said({});
    makesSense(words, 'samples');
    for (const shown of [
      'ada@example.com',
      'password',
      'curl',
      'Hi',
      'Person',
      'Shop',
      'i.example',
      'RS256',
      'OWNER',
      'Team',
      'Org',
      'events.example',
      'abcd',
    ])
      assert.ok(
        words.some((word) => word.includes(shown)),
        `${shown} in ${words.join('\n')}`,
      );
  });

  for (const [what, odd] of Object.entries(ODD).filter(([name]) => !ALIKE.has(name)))
    it(`make sense of ${what} for an answer, or say who answered what`, async () => {
      makesSense(await said({ '*': odd }), what);
      for (const [view, operations] of Object.entries(ASKED))
        for (const operation of operations)
          for (const answer of [odd, [odd]]) {
            const words = await said({ [operation]: answer }, [view]);
            makesSense(words, `${operation}: ${what}`);
          }
    });

  for (const what of IN_ROWS)
    it(`make sense of ${what} in a row`, async () => {
      for (const [view, operations] of Object.entries(ASKED))
        for (const operation of operations)
          for (const answer of within(SAMPLES[operation], ODD[what])) {
            const words = await said({ [operation]: answer }, [view]);
            makesSense(words, `${operation}: ${JSON.stringify(answer).slice(0, 3000)}`);
          }
    });

  it('name the server, and the place, of a list that is none', async () => {
    const words = await said({ listIdentities: {}, listOAuth2Clients: [{ client_name: 5 }] });
    const { url } = hostile.server;
    for (const told of [
      `${url} answered listIdentities with an object, where a list was expected.`,
      `${url} answered listOAuth2Clients with nothing at [0].client_id, where text was expected.`,
    ])
      assert.ok(words.includes(told), `${told} in\n${words.join('\n')}`);
  });
});
