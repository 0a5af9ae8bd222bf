import type { Edit } from './text.ts';

/** A part of what a collection is to hold: one that is there, with what changes in it, or a new one. */
export type Piece =
  | { readonly old: number; readonly edits: readonly Edit[] }
  | { readonly old?: undefined; readonly fresh: string };

/** Whether all parts are there as before, in their order: then only what is in them changes. */
export const isUnmoved = (pieces: readonly Piece[], before: number): boolean =>
  pieces.length === before && pieces.every(({ old }, at) => old === at);

export const editsIn = (pieces: readonly Piece[]): readonly Edit[] =>
  pieces.flatMap((piece) => (piece.old === undefined ? [] : piece.edits));
