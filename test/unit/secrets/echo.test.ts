import assert from 'node:assert/strict';
import type { LogOutputChannel } from 'vscode';
import { errorWords } from '../../../src/editor/error-words.ts';
import { logExchange } from '../../../src/editor/log-exchange.ts';
import { redactedLog } from '../../../src/editor/redacted-log.ts';
import { type InputOf, OryClient } from '../../../src/ory/client.ts';
import { OryError } from '../../../src/ory/errors.ts';
import { FetchTransport } from '../../../src/ory/http/fetch-transport.ts';
import type { Transport } from '../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { answerText } from '../../../src/ory/runner/answer-text.ts';
import { callInputOf, withoutSecrets } from '../../../src/ory/runner/run-input.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { type Received, startTestServer, type TestServer } from '../support/test-server.ts';
import { loadedInputs } from './requests.ts';

const KEY = 'zqKeyOfTheConnection42';
const PASSWORD = 'zqPass&<Word> 43';
const CREDENTIALS = [
  { authorization: `Bearer ${KEY}`, secrets: [KEY] },
  {
    authorization: `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`,
    secrets: [PASSWORD, Buffer.from(`ada:${PASSWORD}`).toString('base64')],
  },
];

/** Everything of a request, as it was sent and as it reads. */
const said = ({ url, headers, body }: Received): string =>
  [
    decodeURIComponent(url.replaceAll('+', ' ')),
    url,
    ...Object.entries(headers).flat(),
    basic(headers.authorization),
    body,
    decodeForm(body),
  ].join(' ');

const basic = (header = ''): string =>
  header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString() : '';

const decodeForm = (body: string): string =>
  /^\w+=/.test(body) ? [...new URLSearchParams(body).values()].join(' ') : '';

const inHeader = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, ' ').slice(0, 2500);

/** How the server echoes: every status that there is in words, and every kind of body. */
const STATUSES = [200, 303, 400, 401, 403, 404, 409, 410, 422, 500];

function bodyOf(kind: number, words: string): readonly [type: string, body: string] {
  switch (kind % 6) {
    case 0:
      return [
        'application/json',
        JSON.stringify({ error: { code: 400, id: words, reason: words, message: words, request: words } }),
      ];
    case 1:
      return ['application/json', JSON.stringify({ error: words, error_description: words })];
    case 2:
      return ['application/json', JSON.stringify({ ui: { messages: [{ text: words }] }, note: words })];
    case 3:
      return [
        `text/${inHeader(words)
          .replaceAll(/[^\w-]/g, '')
          .slice(0, 60)}; x`,
        words,
      ];
    case 4:
      return ['text/html', `<html>${words}</html>`];
    default:
      // Go's JSON, cut off.
      return [
        'application/json',
        `{"note":${JSON.stringify(words).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')}`,
      ];
  }
}

describe('a server that echoes what it is sent', () => {
  let server: TestServer;
  let round = 0;
  before(async () => {
    server = await startTestServer((request, response) => {
      const words = said(request);
      const header = inHeader(words);
      const [type, body] = bodyOf(round, words);
      response.writeHead(STATUSES[round % STATUSES.length] ?? 200, header.slice(0, 400), {
        'x-request-id': header,
        'content-type': type,
        'www-authenticate': `Bearer realm="${header}"`,
        'content-disposition': `attachment; filename="${header}"`,
        'set-cookie': `a=${header.replaceAll(';', ' ')}`,
        location: `/${header}`,
        'x-anything': request.headers.authorization ?? '',
      });
      response.end(body);
    });
  });
  after(() => server.close());

  for (const [name, transport] of [
    ['undici', new UndiciTransport()],
    ['fetch', new FetchTransport()],
  ] as const) {
    it(`gets no secret into the log, a message, a document or what is remembered, of any operation (${name})`, async () => {
      const leaks: string[] = [];
      for (const operation of CATALOGUE) {
        for (const loaded of loadedInputs(operation).slice(0, 3)) {
          round += 1;
          for (const { authorization, secrets } of CREDENTIALS) {
            const canaries = [...loaded.canaries, ...secrets];
            const left = await everythingThatLeaves(operation, loaded.input, authorization, transport);
            leaks.push(
              ...canaries
                .filter((one) => left.text.includes(one))
                .map(
                  (one) =>
                    `${operation.id} ${round % 6} ${round % 10}: …${left.text.slice(Math.max(0, left.text.indexOf(one) - 80), left.text.indexOf(one) + one.length)}`,
                ),
            );
          }
        }
      }
      assert.deepEqual(leaks.slice(0, 10), [], `${leaks.length} leaks`);
    }).timeout(120_000);
  }

  async function everythingThatLeaves(
    operation: Operation,
    input: Parameters<typeof callInputOf>[1],
    authorization: string,
    transport: Transport,
  ): Promise<{ readonly text: string }> {
    const redactor = new Redactor();
    const lines: string[] = [];
    const write = (...parts: unknown[]) => void lines.push(parts.join(' '));
    // The editor's channel, as far as it is written to.
    const channel = { info: write, warn: write, error: write } as unknown as LogOutputChannel;
    const log = redactedLog(channel, redactor);
    const client = new OryClient({
      endpoints: () => Promise.resolve({ baseUrl: server.url, transport, authorization }),
      redactor,
      retry: { attempts: 1, baseMs: 0, maximumMs: 0 },
      onExchange: logExchange(log, redactor, 'echo'),
    });
    const texts: string[] = [];
    const show = async (status: number, headers: Readonly<Record<string, string>>, text: string) => {
      const { masked } = await answerText(
        [operation.id],
        { status, headers, text, ms: 1 },
        operation.answer.secrets,
        redactor,
      );
      texts.push(masked);
    };
    try {
      const reply = await client.call(operation, callInputOf(operation, input) as InputOf<Operation>);
      await show(reply.status, reply.headers, reply.text);
      try {
        // What is no JSON is found out when it is first looked at.
        assert.notEqual(reply.data, null);
      } catch (error) {
        texts.push(wordsOf(error));
      }
    } catch (error) {
      texts.push(wordsOf(error));
      assert.ok(error instanceof OryError, String(error));
      log.error(error.message, error);
      const { status = 0, headers = {}, body = '' } = error.facts;
      await show(status, headers, body);
    }
    texts.push(JSON.stringify(withoutSecrets(operation, input, redactor)));
    assert.ok(lines.length > 0);
    return { text: [...lines, ...texts].join('\n') };
  }
});

/** What views and messages take from an error. */
function wordsOf(error: unknown): string {
  assert.ok(error instanceof OryError, String(error));
  const { reason, errorId, requestId } = error.facts;
  return [errorWords(error, 'Echo').message, error.message, reason, errorId, requestId].join('\n');
}

describe('a key that can’t be sent', () => {
  for (const [name, transport] of [
    ['undici', new UndiciTransport()],
    ['fetch', new FetchTransport()],
  ] as const) {
    it(`is not quoted in the error (${name})`, async () => {
      for (const key of ['zqBroken\nKey4711', 'zqBroken\u0000Key4711', 'zqBrokenKeyÿ\u{1F511}4711']) {
        const client = new OryClient({
          endpoints: () =>
            Promise.resolve({ baseUrl: 'http://127.0.0.1:9', transport, authorization: `Bearer ${key}` }),
        });
        const call = client.call(CATALOGUE[0]!, {});
        await assert.rejects(call, (error: unknown) => {
          assert.ok(error instanceof OryError);
          assert.doesNotMatch(error.message, /zqBroken|Key4711|4711/);
          return true;
        });
      }
    });
  }
});
