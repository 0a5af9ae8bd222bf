import * as vscode from 'vscode';
import type { Operation } from '../../ory/operations/operation.ts';

/** How many items a page of a list holds: the setting, but no more than the server gives. */
export function pageSize(operation: Operation): number {
  const wanted = vscode.workspace.getConfiguration('ory').get<number>('pageSize', 250);
  return Math.max(1, Math.min(Math.trunc(wanted) || 250, operation.paging?.maximum ?? 250));
}
