// The script of a thread: modules that hold texts are loaded once their language is known.
import { workerData } from 'node:worker_threads';
import { localize, type Texts } from '../../ory/localize.ts';

localize(workerData as Texts | undefined);
await import('./in-thread.ts');
