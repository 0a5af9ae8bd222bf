// Every operation of the catalogue meets every fault, by both ways to a server. Nothing here waits for long: where a
// server asks to wait, the pause is told and cancelled, and where it never answers, the time limit is short.
import assert from 'node:assert/strict';
import { errorWords } from '../../../src/editor/error-words.ts';
import { isOryError, OryError } from '../../../src/ory/errors.ts';
import type { Transport } from '../../../src/ory/http/transport.ts';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { TRANSPORTS } from '../support/test-client.ts';
import { ATTEMPTS, type Fault, FAULTS } from './faults.ts';
import { type Calling, type FaultServer, KEY, meet, type Seen, startFaultServer } from './meet.ts';

/** Calls that are under way at once. */
const AT_ONCE = 24;

const SENSELESS = /undefined|\[object|NaN|is not a function|Cannot read|is not iterable|(Type|Range)Error/;

/** What holds of every failure: it is one that is known, it says what and what next, and the key is not in it. */
function isTold(error: unknown): asserts error is OryError {
  assert.ok(error instanceof OryError, `a bare ${String((error as Error).stack)}`);
  const { message, next } = errorWords(error, 'Matrix');
  for (const said of [error.message, message]) {
    assert.ok(said.length > 3 && !SENSELESS.test(said), said);
    assert.ok(!said.includes(KEY), said);
  }
  assert.ok(next.length > 0, `no next step after: ${message}`);
  if (error.kind !== 'refused') assert.match(message, /http:\/\/127\.0\.0\.1:\d+|Matrix/);
}

const isRead = ({ effect, method }: Operation): boolean => effect === 'read' && method === 'GET';

/** What of a fault is the same however often it is met. */
function judge(operation: Operation, fault: Fault, { error, data }: Seen): void {
  if (fault.kind === undefined) {
    // A read whose text is of another sort than a document can be made of.
    const failure = error ?? (data && 'error' in data ? data.error : undefined);
    if (failure === undefined) return;
    isTold(failure);
    assert.equal(failure.kind, 'not-ory');
    return;
  }
  isTold(error);
  assert.equal(error.kind, fault.kind);
  if (fault.status !== undefined) {
    assert.equal(error.status, fault.status);
    assert.match(error.message, new RegExp(`\\b${fault.status}\\b`));
  }
  if (fault.said) assert.match(error.message, /The frobnicator is out of order/);
  if (fault.asked !== undefined) {
    assert.equal(error.facts.retryAfterMs, fault.asked);
    const words = fault.asked > 0 ? `asks to wait for ${fault.asked / 1000} s` : 'asks to wait:';
    assert.ok(errorWords(error, 'Matrix').message.includes(words), words);
  }
  if (fault.kind === 'interrupted' || fault.kind === 'timeout')
    assert.equal(
      error.message.includes('may have been carried out'),
      operation.effect !== 'read',
      error.message,
    );
}

/** How often a fault is met: reads again where that is promised, writes only where nothing was carried out. */
function judgeAttempts(operation: Operation, fault: Fault, { requests, pauses, exchanges }: Seen): void {
  const sentAgain = fault.again === 'always' || (fault.again === 'reads' && isRead(operation));
  // On a busy machine a short time limit may end a call before its request has arrived.
  if (fault.endless) assert.ok(requests <= 1, 'requests');
  else assert.equal(requests, sentAgain ? ATTEMPTS : 1, 'requests');
  assert.equal(pauses.length, sentAgain ? ATTEMPTS - 1 : 0, 'every pause is told');
  assert.equal(exchanges.length, sentAgain ? ATTEMPTS : 1, 'the log is told of each');
}

/** Does something with everything, some at a time; what failed is told together. */
async function all(
  operations: readonly Operation[],
  work: (operation: Operation) => Promise<void>,
): Promise<void> {
  const failed: string[] = [];
  const left = [...operations];
  const worker = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      try {
        await work(one);
      } catch (error) {
        failed.push(`${one.id}: ${(error as Error).message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  assert.equal(failed.length, 0, failed.slice(0, 5).join('\n\n'));
}

describe('every operation and every fault', () => {
  let server: FaultServer;
  let url: string;
  before(async () => {
    server = await startFaultServer();
    ({ url } = server);
  });
  after(() => server.close());

  for (const [name, make] of TRANSPORTS) {
    describe(`by ${name}`, () => {
      let transport: Transport;
      before(() => {
        transport = make();
      });
      after(() => {
        server.cutAll();
        return transport.close();
      });

      for (const fault of FAULTS)
        it(fault.name, () =>
          all(CATALOGUE, async (operation) => {
            const calling = { server: url, transport, ...(fault.endless ? { timeoutMs: 60 } : {}) };
            const waits = (fault.asked ?? 0) > 0;
            const seen = await meet(operation, fault.play, waits ? { ...calling, attempts: 1 } : calling);
            judge(operation, fault, seen);
            if (waits) await isWaitedFor(operation, fault, calling);
            else judgeAttempts(operation, fault, seen);
          }),
        ).timeout(120_000);

      it('cancelled before it is sent: nothing is', () =>
        all(CATALOGUE, async (operation) => {
          const calling = { server: url, transport, signal: AbortSignal.abort() };
          const { requests, error } = await meet(operation, (response) => response.end('{}'), calling);
          isCancelled(error);
          assert.equal(requests, 0);
        })).timeout(120_000);

      it('cancelled while the server thinks', () =>
        all(CATALOGUE, async (operation) => {
          const abort = new AbortController();
          const calling = { server: url, transport, signal: abort.signal };
          const { requests, error } = await meet(operation, () => abort.abort(), calling);
          isCancelled(error);
          assert.equal(requests, 1);
        })).timeout(120_000);

      it('cancelled within the answer', () =>
        all(CATALOGUE, async (operation) => {
          const abort = new AbortController();
          const play: Fault['play'] = (response) => {
            response.writeHead(200, { 'content-type': 'application/json' });
            response.write('{"id":', () => setImmediate(() => abort.abort()));
          };
          const { requests, error } = await meet(operation, play, {
            server: url,
            transport,
            signal: abort.signal,
          });
          isCancelled(error);
          assert.equal(requests, 1);
        })).timeout(120_000);

      it('asked to wait a moment, writes too: that long nothing is sent', () =>
        all(CATALOGUE, async (operation) => {
          const arrived: number[] = [];
          const play: Fault['play'] = (response) => {
            arrived.push(performance.now());
            if (arrived.length > 1) response.writeHead(204).end();
            else response.writeHead(429, { 'retry-after': '0.1' }).end();
          };
          const { error } = await meet(operation, play, { server: url, transport });
          assert.equal(error, undefined);
          const [first = 0, second = 0] = arrived;
          // Timers of Node may fire a millisecond early.
          assert.ok(second - first >= 98, `sent again after ${second - first} ms`);
        })).timeout(120_000);
    });
  }
});

/** The pause is as long as the server asks, and cancelling ends it at once: it would take minutes otherwise. */
async function isWaitedFor(
  operation: Operation,
  { play, asked = 0 }: Fault,
  calling: Calling,
): Promise<void> {
  const abort = new AbortController();
  const { requests, pauses, error } = await meet(operation, play, {
    ...calling,
    signal: abort.signal,
    onPause: () => setImmediate(() => abort.abort()),
  });
  isCancelled(error);
  assert.equal(requests, 1);
  const [{ ms, reason } = { ms: -1, reason: 'none' }] = pauses;
  assert.equal(reason, 'rate-limit');
  assert.ok(ms >= asked && ms < asked + 1000, `waits ${ms} of ${asked}`);
}

function isCancelled(error: unknown): void {
  assert.ok(isOryError(error, 'cancelled'), String(error));
  assert.ok(errorWords(error, 'Matrix').silent, 'who cancels is told nothing');
}
