import type { Service } from '../../ory/operations/operation.ts';
import { all, any, type Condition, not } from './condition.ts';
import type { Fact, Thing, ViewId, Word } from './words.ts';

/** Names of context keys that we set. */
export const documentsKey = (word: Word): string => `ory.documents.${word}`;

export const key = (name: string): Condition => ({ key: name });
export const hasConnections = key('ory.hasConnections');
export const writable = not(key('ory.readOnly'));
export const service = (name: Service): Condition => key(`ory.hasService.${name}`);
export const inView = (view: ViewId): Condition => ({ key: 'view', is: view });

/** Before our code runs, nothing is known, and what may be possible is offered. */
export const unlessKnown = (condition: Condition): Condition => any(not(key('ory.ready')), condition);

/** A row whose context value has a word, or one of several. */
export const row = (word: Word | readonly Word[]): Condition => ({
  key: 'viewItem',
  matches: typeof word === 'string' ? `\\b${word}\\b` : `\\b(${word.join('|')})\\b`,
});

/** A row that stands alone, not one of several that are selected. */
export const alone = not(key('listMultiSelection'));

/** A document of which something is true: features/documents tells it for each that is open. */
export const documentIs = (...words: readonly (Thing | Fact)[]): Condition =>
  all(...words.map((word): Condition => ({ key: 'resource', in: documentsKey(word) })));

export const scheme = (name: string): Condition => ({ key: 'resourceScheme', is: name });
export const path = (matches: string): Condition => ({ key: 'resourcePath', matches });
export const ending = (extension: string): Condition => ({ key: 'resourceExtname', is: extension });
