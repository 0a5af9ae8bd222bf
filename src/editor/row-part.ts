/** What a row of a tree stands for where that has no document of its own; commands on the row read it. */
export type RowPart = { readonly connection: string } & (
  | { readonly is: 'key'; readonly set: string; readonly kid: string }
  | {
      readonly is: 'credential';
      readonly identity: string;
      readonly identityName: string;
      readonly type: string;
      readonly identifiers: readonly string[];
    }
  | { readonly is: 'consents'; readonly subject: string; readonly subjectName: string }
  | {
      readonly is: 'consent';
      readonly subject: string;
      readonly subjectName: string;
      readonly client: string;
      readonly clientName: string;
    }
  | { readonly is: 'message'; readonly id: string; readonly name: string }
  | { readonly is: 'member'; readonly project: string; readonly id: string; readonly name: string }
);

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
