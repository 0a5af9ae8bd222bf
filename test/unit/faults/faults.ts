// What servers, proxies and networks do to a request, each with what the client is to make of it.
import type { ServerResponse } from 'node:http';
import type { FailureKind } from '../../../src/ory/errors.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';

export interface Fault {
  readonly name: string;
  readonly play: (response: ServerResponse, operation: Operation) => void;
  /** How the call fails; undefined where it is answered. What is in the answer is looked at apart. */
  readonly kind?: FailureKind;
  readonly status?: number;
  /** Sent again: by everybody, by reads alone, or by nobody. */
  readonly again: 'always' | 'reads' | 'never';
  /** The message repeats the server's own words. */
  readonly said?: true;
  /** Milliseconds that the server asks to wait. */
  readonly asked?: number;
  /** The server never answers: the time limit ends the call. */
  readonly endless?: true;
}

/** Attempts at most. */
export const ATTEMPTS = 3;

const WORDS = 'The frobnicator is out of order';

/** Each server's own shape of an error. */
function ownError({ service }: Operation, status: number): string {
  if (service.startsWith('hydra'))
    return JSON.stringify({ error: 'server_error', error_description: WORDS, status_code: status });
  return JSON.stringify({
    error: { code: status, status: 'Odd', request: 'r-1', reason: WORDS, message: 'It went wrong' },
  });
}

const send = (
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json',
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, type === '' ? headers : { 'content-type': type, ...headers });
  response.end(status === 204 || status === 304 ? undefined : body);
};

const HTML = '<!doctype html><title>Sign in</title><h1>502 Bad Gateway</h1>';
const REFUSED = [
  400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 423, 428, 431, 451, 500, 501,
  505, 507, 520, 600, 999,
] as const;
const PASSING = [502, 503, 504] as const;
const REDIRECTS = [301, 302, 303, 307, 308] as const;

const againAt = (status: number): Fault['again'] =>
  status === 429 ? 'always' : (PASSING as readonly number[]).includes(status) ? 'reads' : 'never';

const own = (status: number): Fault => ({
  name: `${status} in the server's own shape`,
  play: (response, operation) => send(response, status, ownError(operation, status)),
  kind: 'refused',
  status,
  again: againAt(status),
  said: true,
});

/** Bodies that no server of Ory puts into an error. */
const ODD_BODIES = [
  ['a gateway’s words', JSON.stringify({ message: WORDS }), 'application/json'],
  ['HTML', HTML, 'text/html; charset=utf-8'],
  ['nothing', '', ''],
  ['plain text', 'upstream connect error', 'text/plain'],
  ['JSON said to be HTML', JSON.stringify({ message: WORDS }), 'text/html'],
  ['a list', '[1,2]', 'application/json'],
  ['a number', '7', 'application/json'],
  ['null', 'null', 'application/json'],
  [
    'an odd error',
    JSON.stringify({ error: [null, { reason: 5 }], error_description: {} }),
    'application/json',
  ],
  ['invalid JSON', '{"error":', 'application/json'],
] as const;

const odd = (status: number): readonly Fault[] =>
  ODD_BODIES.map(([what, body, type]) => ({
    name: `${status} with ${what}`,
    play: (response) => send(response, status, body, type),
    kind: what === 'HTML' ? 'not-ory' : 'refused',
    status,
    again: againAt(status),
  }));

const limited = (name: string, headers: Record<string, string>, asked?: number): Fault => ({
  name: `429 ${name}`,
  play: (response, operation) => send(response, 429, ownError(operation, 429), 'application/json', headers),
  kind: 'refused',
  status: 429,
  again: 'always',
  said: true,
  ...(asked === undefined ? {} : { asked }),
});

export const FAULTS: readonly Fault[] = [
  ...[...REFUSED, ...PASSING].map(own),
  ...[400, 404, 500, 503].flatMap(odd),
  ...REDIRECTS.map((status): Fault => ({
    name: `${status} to elsewhere`,
    play: (response) => send(response, status, '', '', { location: 'http://127.0.0.1:9/elsewhere' }),
    kind: 'redirected',
    status,
    again: 'never',
  })),
  limited('without Retry-After', {}),
  limited('with Retry-After in seconds', { 'retry-after': '7' }, 7000),
  limited('with Retry-After beyond a minute', { 'retry-after': '86400' }, 60_000),
  limited('with Retry-After in the past', { 'retry-after': '-5' }, 0),
  limited('with Retry-After that is none', { 'retry-after': 'soon' }),
  limited(
    'with a bucket that is used up',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '11' },
    11_000,
  ),
  {
    name: 'a connection that is cut before the answer',
    play: (response) => response.destroy(),
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'a connection that is cut within the head',
    play: (response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\ncontent-ty');
      response.socket?.end();
    },
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'an answer that is cut short',
    play: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    },
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'a chunked answer that is cut short',
    play: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    },
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'something that is no HTTP',
    play: (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'a head with a line that is no header',
    play: (response) => response.socket?.end('HTTP/1.1 200 OK\r\nno header\r\n\r\n{}'),
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'a chunk of no length',
    play: (response) =>
      response.socket?.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n'),
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'another protocol than was asked for',
    play: (response) =>
      response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    kind: 'interrupted',
    again: 'reads',
  },
  {
    name: 'a head without end',
    play: (response) =>
      response.socket?.end(`HTTP/1.1 200 OK\r\n${`x-pad: ${'a'.repeat(1000)}\r\n`.repeat(100)}\r\n{}`),
    kind: 'too-large',
    again: 'never',
  },
  { name: 'silence', play: () => undefined, kind: 'timeout', again: 'never', endless: true },
  {
    name: 'an answer that stops half-way',
    play: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":');
    },
    kind: 'timeout',
    again: 'never',
    endless: true,
  },
  {
    name: 'a late answer',
    play: (response) => void setTimeout(() => send(response, 200, '{}'), 5),
    again: 'never',
  },
  ...[
    ['HTML', HTML, 'text/html'],
    ['nothing', '', ''],
    ['nothing of a type', '', 'application/json'],
    ['invalid JSON', '{"a":', 'application/json'],
    ['JSON of no type', '{"a":1}', ''],
    ['an object', '{"a":1}', 'application/json'],
    ['a list', '[{"a":1},null]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a text', '"a"', 'application/json'],
    ['a number', '1e999', 'application/json'],
    ['a byte order mark', '\uFEFF{"a":1}', 'application/json'],
  ].map(([what = '', body = '', type = '']): Fault => ({
    name: `200 with ${what}`,
    play: (response) => send(response, 200, body, type),
    again: 'never',
  })),
  { name: '204', play: (response) => send(response, 204, ''), again: 'never' },
];
