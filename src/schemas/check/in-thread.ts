// Holds documents against schemas in a thread of its own: what a server's schema asks for may take for ever, and a
// thread can be ended.
import { parentPort } from 'node:worker_threads';
import type { FieldProblem } from '../../kinds/save-error.ts';
import type { Answered, Asked } from './messages.ts';
import { problemsIn } from './problems-in.ts';

if (!parentPort) throw new Error('this is the script of a thread');
const port = parentPort;

port.on('message', ({ id, schema, others, text }: Asked) => {
  let problems: readonly FieldProblem[] = [];
  try {
    problems = problemsIn(schema, others, JSON.parse(text));
  } catch {
    // What can't be checked is the server's to judge.
  }
  port.postMessage({ id, problems } satisfies Answered);
});
