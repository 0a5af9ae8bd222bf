/** Something about a provider that one should know, or mend. */
export interface Oddity {
  readonly severity: 'error' | 'warning' | 'note';
  /** What is odd: a sentence. */
  readonly what: string;
  /** What follows from it, or what to do. */
  readonly why: string;
}
