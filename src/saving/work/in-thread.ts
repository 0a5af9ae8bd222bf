// Works on large documents in a thread of its own: what takes a document of megabytes as a whole keeps everything else
// waiting, and in the extension host that is every other extension.
import { parentPort } from 'node:worker_threads';
import type { OryClient } from '../../ory/client.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { type Hands, type JobName, jobs } from './jobs.ts';
import type { FromWorker, Given, Request, ToWorker } from './messages.ts';
import { pack, unpack } from './pack.ts';
import { packError, unpackError } from './pack-error.ts';
import { KnownTrees } from './known-trees.ts';

if (!parentPort) throw new Error('this is the script of a thread');
const port = parentPort;
const trees = new KnownTrees();
/** Jobs that wait for what they asked the extension host for; each asks one thing at a time. */
const waiting = new Map<number, (given: Given) => void>();

const tell = (message: FromWorker) => port.postMessage(message);

port.on('message', (message: ToWorker) => {
  if (message.is === 'job') void work(message);
  else {
    waiting.get(message.id)?.(message.given);
    waiting.delete(message.id);
  }
});

async function work({ id, name, asked, trees: sent, forget }: ToWorker & { is: 'job' }): Promise<void> {
  try {
    trees.forget(forget);
    trees.learn(sent);
    const run = jobs[name] as (asked: unknown, hands: Hands) => unknown;
    const result = await run(
      unpack(asked, (tree) => trees.of(tree)),
      handsOf(id, name),
    );
    const answer = pack(result, (node) => trees.nameOf(node));
    tell({ is: 'done', id, answer, made: trees.takeMade() });
  } catch (error) {
    trees.takeMade();
    tell({ is: 'failed', id, error: packError(error) });
  }
}

function handsOf(id: number, name: JobName): Hands {
  const ask = async (request: Request): Promise<Given & { error?: never }> => {
    const given = await new Promise<Given>((resolve) => {
      waiting.set(id, resolve);
      tell({ is: 'request', id, request });
    });
    if ('error' in given) throw unpackError(given.error);
    return given;
  };
  if (name === 'check') {
    return {
      find: async (schema, others, text) => (await ask({ what: 'find', schema, others, text })).found ?? [],
    };
  }
  if (name !== 'write') return {};
  const call = async (
    { id: operation }: { id: string },
    { body, ...parameters }: Record<string, unknown>,
  ) => {
    // Whoever needs more than that it was answered writes in the extension host.
    await ask({ what: 'call', operation, parameters, body: body instanceof RawBody ? body.text : undefined });
    return {};
  };
  return { client: { call } as unknown as Pick<OryClient, 'call'> };
}
