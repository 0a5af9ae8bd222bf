import type { DocumentRef } from '../../editor/document-uri.ts';
import type { ResourceChange } from '../../editor/resource-changes.ts';
import { projectOf } from '../../resources/project/configuration-id.ts';
import { sameRef } from './tabs.ts';

/** Whether a document shows what changed. The configuration of a service is a part of its project. */
export function concerns(change: ResourceChange, ref: DocumentRef): boolean {
  if (sameRef(ref, change)) return true;
  const project = projectOf(ref);
  return project !== undefined && ref.connection === change.connection && project === projectOf(change);
}
