/** What a message means to whoever builds the page, and what to do about it. */
export interface Explanation {
  readonly means: string;
  readonly next?: string;
}

/** Explanations by the id of the message. */
export type Explanations = Readonly<Record<number, Explanation>>;

/** A message that only names a field or a button. */
export const label = (means: string): Explanation => ({ means });

/** A message with something to do about it. */
export const says = (means: string, next: string): Explanation => ({ means, next });
