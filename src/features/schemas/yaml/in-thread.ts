// Runs the language service of YAML in a thread of its own: a large document takes it seconds, and the extension's
// own thread serves everything else meanwhile.
import { parentPort } from 'node:worker_threads';
import type { FromService, Question, Questions, ToService } from './messages.ts';
import { YamlService } from './yaml-service.ts';

if (!parentPort) throw new Error('this is the script of a thread');
const port = parentPort;
const tell = (message: FromService) => port.postMessage(message);

/** Who waits for the schema at an address. */
const waiting = new Map<string, ((message: ToService & { is: 'schema' }) => void)[]>();

const service = new YamlService(
  (address) =>
    new Promise((resolve, reject) => {
      const others = waiting.get(address) ?? [];
      waiting.set(address, [
        ...others,
        ({ text }) => {
          if (text === undefined) reject(new Error('There is no such schema.'));
          else resolve(text);
        },
      ]);
      if (others.length === 0) tell({ is: 'read', address });
    }),
);

type Answers = { readonly [What in Question]: (asked: Questions[What]['asked']) => Promise<unknown> };
const answers: Answers = {
  complete: ({ text, position }) => service.complete(text, position),
  hover: ({ text, position }) => service.hover(text, position),
  problems: ({ text }) => service.problems(text),
};

port.on('message', (message: ToService) => {
  switch (message.is) {
    case 'question':
      void answer(message);
      return;
    case 'schema': {
      const came = waiting.get(message.address) ?? [];
      waiting.delete(message.address);
      for (const take of came) take(message);
      return;
    }
    case 'forget':
      service.forget(message.address);
      return;
    case 'close':
      service.close(message.uri);
  }
});

async function answer({ id, what, asked }: ToService & { is: 'question' }): Promise<void> {
  try {
    tell({ is: 'answer', id, answer: await answers[what](asked as never) });
  } catch (error) {
    tell({ is: 'failure', id, message: error instanceof Error ? error.message : String(error) });
  }
}
