/** The id of a document whose resource is known within another alone: that one's id and its own. */
export const partId = (of: string, id: string): string => `${of}/${id}`;

/** What such an id stands for. */
export function ofPartId(partId: string): { readonly of: string; readonly id: string } {
  const at = partId.lastIndexOf('/');
  return { of: partId.slice(0, at), id: partId.slice(at + 1) };
}

/** An item of a list of such resources. */
export interface PartItem<T> {
  readonly of: string;
  readonly item: T;
}
