// Calls of an operation through a server that plays a fault.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, type InputOf, OryClient } from '../../../src/ory/client.ts';
import type { Pause } from '../../../src/ory/http/retry.ts';
import type { Transport } from '../../../src/ory/http/transport.ts';
import type { Field, Operation } from '../../../src/ory/operations/operation.ts';
import { ATTEMPTS, type Fault } from './faults.ts';

export const KEY = 'ory_pat_matrixmatrixmatrixmatrix0001';

interface Run {
  readonly operation: Operation;
  readonly play: Fault['play'];
  requests: number;
}

/** What runs play, by the first segment of the path. */
const runs = new Map<string, Run>();
let count = 0;

function valueOf({ type, values }: Field): unknown {
  const value = type === 'integer' ? 1 : type === 'boolean' ? true : (values?.[0] ?? 'x');
  return type === 'string[]' ? [value] : value;
}

/** What an operation needs at least. */
function inputOf({ parameters, body }: Operation): InputOf<Operation> {
  const required = (fields: Readonly<Record<string, Field>> = {}) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => (field.required ? [[name, valueOf(field)]] : [])),
    );
  const sent =
    body?.contentType === 'text/plain'
      ? 'x'
      : body?.contentType === 'application/json'
        ? {}
        : required(body?.fields);
  return { ...required(parameters), ...(body ? { body: sent } : {}) } as unknown as InputOf<Operation>;
}

export interface Seen {
  readonly requests: number;
  readonly pauses: readonly Pause[];
  /** What the log is told, one for each request. */
  readonly exchanges: readonly Exchange[];
  readonly error?: unknown;
  /** What came of looking at the answer's data. */
  readonly data?: { readonly error: unknown } | { readonly value: unknown };
}

export interface Calling {
  readonly server: string;
  readonly transport: Transport;
  readonly timeoutMs?: number;
  readonly attempts?: number;
  readonly signal?: AbortSignal;
  readonly onPause?: () => void;
}

export async function meet(operation: Operation, play: Fault['play'], calling: Calling): Promise<Seen> {
  const key = `r${count++}`;
  const run: Run = { operation, play, requests: 0 };
  runs.set(key, run);
  const pauses: Pause[] = [];
  const exchanges: Exchange[] = [];
  const client = new OryClient({
    endpoints: () =>
      Promise.resolve({
        baseUrl: `${calling.server}/${key}`,
        transport: calling.transport,
        authorization: `Bearer ${KEY}`,
      }),
    timeoutMs: calling.timeoutMs ?? 30_000,
    retry: { attempts: calling.attempts ?? ATTEMPTS, baseMs: 1, maximumMs: 2 },
    onExchange: (exchange) => exchanges.push(exchange),
    onPause: (pause) => {
      pauses.push(pause);
      calling.onPause?.();
    },
  });
  const seen = () => ({ requests: run.requests, pauses, exchanges });
  try {
    const reply = await client.call(
      operation,
      inputOf(operation),
      calling.signal ? { signal: calling.signal } : {},
    );
    try {
      return { ...seen(), data: { value: reply.data } };
    } catch (error) {
      return { ...seen(), data: { error } };
    }
  } catch (error) {
    return { ...seen(), error };
  } finally {
    runs.delete(key);
  }
}

export interface FaultServer {
  readonly url: string;
  /** Ends the connections that faults left open. */
  cutAll(): void;
  close(): void;
}

/** A server that answers each call as its fault says. */
export async function startFaultServer(): Promise<FaultServer> {
  const server = createServer((request, response: ServerResponse) => {
    const run = runs.get(request.url?.split('/')[1] ?? '');
    request.resume();
    request.on('end', () => {
      if (!run) {
        response.destroy();
        return;
      }
      run.requests += 1;
      run.play(response, run.operation);
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cutAll = () => server.closeAllConnections();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAll,
    close: () => {
      cutAll();
      server.close();
    },
  };
}
