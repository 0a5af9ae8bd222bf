import { LARGE, UnreadJson } from '../../ory/json/unread.ts';
import { type Answer, type Asked, type Hands, type JobName, jobs } from './jobs.ts';

/** Where documents are worked on as wholes. */
export interface Work {
  /** @throws what the job throws; `cancelled` where its signal ends it before it was begun */
  run<J extends JobName>(name: J, asked: Asked<J>, hands?: Hands, signal?: AbortSignal): Promise<Answer<J>>;
}

/** Does it where it is asked for: what is small is done before another thread has heard of it. */
export const here: Work = {
  run: async <J extends JobName>(name: J, asked: Asked<J>, hands: Hands = {}) => {
    const run = jobs[name] as unknown as (asked: Asked<J>, hands: Hands) => Answer<J> | Promise<Answer<J>>;
    return run(asked, hands);
  },
};

/** Whether a text or a tree among what is asked is large. */
export function holdsLarge(asked: unknown): boolean {
  if (typeof asked === 'string') return asked.length >= LARGE;
  if (typeof asked !== 'object' || asked === null || asked instanceof Map) return false;
  return asked instanceof UnreadJson || Object.values(asked).some(holdsLarge);
}
