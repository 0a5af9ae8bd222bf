import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { documentUri } from '../../../editor/document-uri.ts';
import type { Kind } from '../../../kinds/kind.ts';
import { newId } from '../source.ts';

/** Opens the document of a resource that does not exist yet: the first save creates it. */
export async function openNew(connection: Connection, kind: Kind, choice?: string): Promise<void> {
  const ref = { connection: connection.id, kind: kind.id, id: newId(choice), isNew: true } as const;
  await vscode.window.showTextDocument(documentUri(ref, `New ${kind.noun}`), { preview: false });
}
