import type { Part } from './part.ts';
import type { StateWord } from './state-word.ts';

/** Words that menus look for on a row, beside those that its kind and its connection give. */
export type RowWord =
  | StateWord
  | Part['is']
  /** It has an id to be copied. */
  | 'id'
  /** It gathers what it is called after. */
  | 'group'
  | 'projects'
  | 'remoteProject'
  | 'messages'
  | 'allSessions'
  /** A key set that was named by hand. */
  | 'remembered';
