import { type Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { columnOf } from './text.ts';

/** How a text is laid out, as far as it shows. */
export interface Style {
  /** Blanks a level. */
  readonly step: number;
  /** Whether lists stand deeper than the name that holds them. */
  readonly deepLists: boolean;
}

/** The style of the first members that have a block below them. */
export function styleOf(text: string, document: Document.Parsed): Style {
  let step: number | undefined;
  let deepLists: boolean | undefined;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !key.range) return undefined;
      const block = (isMap(value) || isSeq(value)) && value.flow !== true;
      if (!block || !value.range) return undefined;
      const deeper = columnOf(text, value.range[0]) - columnOf(text, key.range[0]);
      if (isMap(value)) step ??= deeper;
      else deepLists ??= deeper > 0;
      return step !== undefined && deepLists !== undefined ? visit.BREAK : undefined;
    },
  });
  return { step: step ?? 2, deepLists: deepLists ?? true };
}
