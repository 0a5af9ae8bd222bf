import type { Session } from '@ory/client';
import type { StateWord } from '../state-word.ts';

/** A session that has ended can neither be ended nor extended: the server answers 200 and does nothing. */
export const sessionState = ({ active }: Pick<Session, 'active'>): readonly StateWord[] =>
  active === true ? ['active'] : [];
