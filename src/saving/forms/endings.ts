/** The endings of documents' names, each of a form of its own; apart from the forms, which need their libraries. */
export const ENDINGS = ['.json', '.yaml'] as const;
export type Ending = (typeof ENDINGS)[number];

/** The ending of a document's path: it tells its form. */
export const endingOf = (path: string): Ending => ENDINGS.find((ending) => path.endsWith(ending)) ?? '.json';

/** A document's path or name without its ending. */
export function withoutEnding(path: string): string {
  const ending = ENDINGS.find((known) => path.endsWith(known));
  return ending ? path.slice(0, -ending.length) : path;
}
