import type { StateWord } from '../state-word.ts';

/** The sorts of parts of documents that something can be done with. */
export type PartSort = 'whole' | 'state' | 'credential' | 'verifiable address' | 'recovery address' | 'key';

/** Something that is told of a part, and copied with a click. */
export interface PartFact {
  readonly title: string;
  readonly copies?: { readonly text: string; readonly what: string };
}

/** A part of a document that something can be done with. */
export interface Part {
  readonly sort: PartSort;
  /** Where it stands. */
  readonly path: readonly string[];
  /** What is true of it alone. */
  readonly words?: readonly StateWord[];
  /** What tells commands which part is meant; without it, nothing can be done with it. */
  readonly args?: readonly unknown[];
  readonly facts?: readonly PartFact[];
}

/** What a document is about. */
export interface Place {
  readonly connection: string;
  readonly id: string;
  readonly name: string;
}
