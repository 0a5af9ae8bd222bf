import type { DocumentRef } from '../../editor/document-uri.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { projectOf } from '../../kinds/project/configuration-id.ts';

/** Whether a document shows what changed, or may. The configuration of a service is a part of its project. */
export function concerns(change: ResourceChange, ref: DocumentRef): boolean {
  const { connection, kind, id } = change;
  if (ref.connection !== connection) return false;
  if (id === undefined) return ref.kind === kind;
  const project = projectOf(ref);
  return (
    (ref.kind === kind && ref.id === id) || (project !== undefined && project === projectOf({ kind, id }))
  );
}
