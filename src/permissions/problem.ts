import type { Range } from './syntax/tree.ts';

/** Something wrong with a source, at a piece of it. */
export interface Problem extends Range {
  readonly message: string;
}

export const problemAt = ({ start, end }: Range, message: string): Problem => ({ message, start, end });

/** A text in a message. */
export const quote = (text: string): string => JSON.stringify(text);
