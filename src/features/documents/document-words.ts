import type * as vscode from 'vscode';
import type { ConnectionStore } from '../../editor/connection-store.ts';
import type { Word } from '../../editor/commands/words.ts';
import { parseDocumentUri } from '../../editor/document-uri.ts';
import { resourceWords } from '../../editor/resource-words.ts';
import type { Kind } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { StateWord } from '../../kinds/state-word.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Work } from '../../saving/work/work.ts';

interface Known {
  readonly version: number;
  readonly state: readonly StateWord[];
}

/** What was read of each document, until its text is another. */
const known = new WeakMap<vscode.TextDocument, Known>();

/** What can be done with the resource of a document; nothing before it is created. */
export async function documentWords(
  { connections, work }: { readonly connections: ConnectionStore; readonly work: Work },
  document: vscode.TextDocument,
): Promise<readonly Word[]> {
  const ref = parseDocumentUri(document.uri);
  const connection = ref && connections.byId(ref.connection);
  if (!connection || ref.isNew) return [];
  const kind = KINDS[ref.kind];
  return resourceWords(kind, connection, await stateIn(work, kind, document));
}

async function stateIn(work: Work, kind: Kind, document: vscode.TextDocument): Promise<readonly StateWord[]> {
  const { version, uri } = document;
  const before = known.get(document);
  if (before?.version === version) return before.state;
  const asked = { kind, ending: endingOf(uri.path), text: document.getText() };
  // What can't be read as it stands is what it was before.
  const state = (await work.run('state', asked, {})) ?? before?.state ?? [];
  known.set(document, { version, state });
  return state;
}
