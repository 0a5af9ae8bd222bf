import type { Part } from '../kinds/part.ts';

/** What a row of a tree stands for where that has no document of its own; commands on the row read it. */
export type RowPart = { readonly connection: string } & Part;

export type PartName = RowPart['is'];
export type PartOf<N extends PartName> = Extract<RowPart, { is: N }>;

/** What rows stand for, of one sort: the clicked row, which leads, with the selection that it belongs to. */
export function partsOf<N extends PartName>(args: readonly unknown[], is: N): readonly PartOf<N>[] {
  const [first, selected] = args;
  const rows = new Set<unknown>([first, ...(Array.isArray(selected) ? (selected as unknown[]) : [])]);
  return [...rows].flatMap((row) => {
    const part = typeof row === 'object' && row !== null && 'part' in row ? (row.part as RowPart) : undefined;
    return part?.is === is ? [part as PartOf<N>] : [];
  });
}
