// What lists, panels and texts make of answers with something odd in the place of each of their values.
import assert from 'node:assert/strict';
import { challengeFacts, rawText } from '../../../src/features/oauth2/challenge/challenge-facts.ts';
import { shownGroups } from '../../../src/features/self-service/shown/form.ts';
import { oauth2Facts } from '../../../src/features/self-service/shown/oauth2-login.ts';
import { shownSession } from '../../../src/features/self-service/shown/session.ts';
import { messageText } from '../../../src/features/commands/message/message-text.ts';
import { subjectText } from '../../../src/features/commands/subject/subject-text.ts';
import { readRequest } from '../../../src/flows/oauth2/challenges/request.ts';
import { odditiesOf } from '../../../src/flows/oauth2/provider/oddities.ts';
import { readProvider } from '../../../src/flows/oauth2/provider/provider.ts';
import { supportGroups } from '../../../src/flows/oauth2/provider/supports.ts';
import { claimRows } from '../../../src/flows/oauth2/tokens/claim-words.ts';
import { introspect } from '../../../src/flows/oauth2/tokens/token-actions.ts';
import { differencesOf } from '../../../src/flows/self-service/difference.ts';
import { readFlow } from '../../../src/flows/self-service/flow.ts';
import { outcomeOf } from '../../../src/flows/self-service/outcome.ts';
import { submissionOf, submitsOf } from '../../../src/flows/self-service/submission.ts';
import { readSession } from '../../../src/flows/self-service/session.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { getCourierMessage } from '../../../src/ory/operations/courier.ts';
import { listOAuth2ConsentSessions } from '../../../src/ory/operations/oauth2-sessions.ts';
import { collect } from '../../../src/ory/paging.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import type { Row } from '../../../src/kinds/row.ts';
import type { Listing } from '../../../src/kinds/listing.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { connectionListings, listingsUnder } from '../../../src/kinds/listings-of.ts';
import { readResource } from '../../../src/saving/resource.ts';
import { oddOnes, operationOf, SENSELESS } from '../../support/hostile-answers.ts';
import { ID, SAMPLES } from '../../support/sample-answers.ts';
import { testClient } from '../support/test-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

type Client = ReturnType<typeof testClient>;

const now = new Date('2026-02-01T00:00:00Z');

/** The body of an answer; nothing is an empty one. */
const textOf = (body: unknown): string => (body === undefined ? '' : JSON.stringify(body));

/** Words of any model: each text in it. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const wordsOfRow = (row: Row): string[] => [
  row.label,
  row.description,
  row.icon,
  ...row.facts().map(({ value }) => value),
];

/** What stands in the place of values here; views and documents meet the rest of it in the extension host. */
const odd: readonly unknown[] = [
  undefined,
  null,
  7.5,
  '',
  'text',
  [],
  [null],
  ['a'],
  [{}],
  {},
  { a: null },
  1e300,
];

interface Reader {
  readonly what: string;
  /** The operation whose answer is odd. */
  readonly asked: string;
  readonly read: (client: Client) => Promise<unknown>;
}

const listings: readonly Listing[] = [
  ...new Set([
    ...Object.values(KINDS).flatMap(({ listings: own, id }) => [...own, ...listingsUnder(id)]),
    ...connectionListings(),
  ]),
];

/** The words of a list’s rows; of what each list asks the samples tell. */
const rowsOf = async (listing: Listing, client: Client): Promise<string[]> => {
  const within = { of: ID, name: 'Somebody' };
  const { items = [] } = (await listing.open(client, within, () => 10).next()) ?? {};
  return items.flatMap((item) => [listing.keyOf(item), ...wordsOfRow(listing.row(item, within, items))]);
};

const READERS: readonly Reader[] = [
  ...(['login', 'consent', 'logout'] as const).map((kind): Reader => ({
    what: `a ${kind} request`,
    asked: `getOAuth2${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}Request`,
    read: async (client) => {
      const request = await readRequest(client, kind, 'c');
      return [challengeFacts(request), rawText(request, new Redactor())];
    },
  })),
  ...['discoverOidcConfiguration', 'discoverJsonWebKeys'].map((asked): Reader => ({
    what: `a provider (${asked})`,
    asked,
    read: async (client) => {
      const provider = await readProvider(client, 'http://127.0.0.1');
      return [supportGroups(provider.metadata), odditiesOf(provider, now)];
    },
  })),
  {
    what: 'an introspection',
    asked: 'introspectOAuth2Token',
    read: async (client) => {
      const context = { api: client, signal: AbortSignal.timeout(60_000) } as unknown as Parameters<
        typeof introspect
      >[0];
      return claimRows({ ...(await introspect(context, 't')) }, now);
    },
  },
  {
    what: 'a message',
    asked: 'getCourierMessage',
    read: async (client) => {
      const { data, text } = await client.call(getCourierMessage, { id: ID });
      return [data.id, messageText(text, false, now).text, messageText(text, true, now).recipient];
    },
  },
  {
    what: 'consents',
    asked: 'listOAuth2ConsentSessions',
    read: async (client) =>
      subjectText(
        { subject: ID, connection: 'Acme' },
        await collect(client, listOAuth2ConsentSessions, { subject: ID }),
        now,
      ),
  },
  ...Object.values(KINDS)
    .map((kind) => ({ kind, operation: kind.id === 'configurations' ? 'getProject' : readingOf(kind.id) }))
    .filter(({ operation }) => operation in SAMPLES)
    .map(({ kind, operation }): Reader => ({
      what: `a document of ${kind.id}`,
      asked: operation,
      read: async (client) => {
        const id = kind.id === 'configurations' ? `${ID}/identity` : ID;
        const { masked } = await readResource({ kind, client, id });
        return [kind.nameOf(masked, id), kind.creating?.copy?.(masked).lost ?? []];
      },
    })),
];

function readingOf(kind: string): string {
  const names: Readonly<Record<string, string>> = {
    identities: 'getIdentity',
    clients: 'getOAuth2Client',
    keys: 'getJsonWebKeySet',
    issuers: 'getTrustedOAuth2JwtGrantIssuer',
    schemas: 'getIdentitySchema',
    sessions: 'getSession',
    projects: 'getProject',
  };
  return names[kind] ?? '';
}

describe('answers with something odd in each place', () => {
  let server: TestServer;
  let hostile: { readonly operation: string; readonly body: unknown } | undefined;
  let asked = new Set<string>();
  before(async () => {
    server = await startTestServer(({ method, url }, response) => {
      const { id = '' } = operationOf(method, new URL(url, 'http://a').pathname) ?? {};
      asked.add(id);
      const body = hostile?.operation === id ? hostile.body : (SAMPLES[id] ?? {});
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(textOf(body));
    });
  });
  after(() => server.close());
  beforeEach(() => {
    hostile = undefined;
    asked = new Set();
  });

  /** What is read makes sense, or is told with the server that answered it. */
  async function makesSense(read: () => unknown, of: string): Promise<void> {
    try {
      for (const word of textsIn(await read()))
        assert.ok(!SENSELESS.test(word), `“${word.slice(0, 200)}” of ${of}`);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assert.ok(isOryError(error, 'not-ory'), `${of}: ${String((error as Error).stack)}`);
      assert.ok(!SENSELESS.test(error.message), error.message);
    }
  }

  async function everyOdd(operation: string, read: (client: Client) => Promise<unknown>): Promise<void> {
    const client = testClient(server.url);
    for (const body of oddOnes(SAMPLES[operation], odd)) {
      hostile = { operation, body };
      await makesSense(() => read(client), `${operation}: ${textOf(body).slice(0, 2000)}`);
    }
    hostile = undefined;
    assert.ok(textsIn(await read(client)).length > 0, 'a sample says something');
  }

  for (const { what, asked: operation, read } of READERS)
    it(`are read or told in words: ${what}`, () => everyOdd(operation, read)).timeout(60_000);

  for (const listing of listings)
    it(`are rows or words: ${listing.plural} (${listing.under})`, async () => {
      await rowsOf(listing, testClient(server.url));
      for (const operation of [...asked].filter((id) => Object.hasOwn(SAMPLES, id)))
        await everyOdd(operation, (client) => rowsOf(listing, client));
    }).timeout(60_000);

  it('are forms or nothing: a flow of self-service', async () => {
    const sample = JSON.stringify(SAMPLES.getLoginFlow);
    for (const body of oddOnes(SAMPLES.getLoginFlow, odd)) {
      const text = textOf(body);
      await makesSense(
        () => {
          const outcome = outcomeOf(200, text, {
            type: 'login',
            kind: 'browser',
            base: 'http://127.0.0.1',
            doing: 'read',
          });
          const flow = readFlow('login', text);
          const submits = flow ? submitsOf(flow).map((one) => submissionOf(flow, one, {})) : [];
          return [
            outcome.headline,
            differencesOf(sample, text).map(({ text: said }) => said),
            flow ? shownGroups(flow, { values: {}, revealed: false, hasCode: false }) : [],
            oauth2Facts(flow?.oauth2Login),
            submits,
          ];
        },
        text.slice(0, 3000),
      );
    }
  });

  it('are facts or nothing: a session of self-service', async () => {
    for (const body of oddOnes(SAMPLES.toSession, odd))
      await makesSense(() => {
        const session = readSession(body);
        return session ? shownSession(session, now) : [];
      }, textOf(body));
  });
});
