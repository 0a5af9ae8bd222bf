import type * as vscode from 'vscode';
import type { ConnectionStore } from '../../editor/connection-store.ts';
import type { Word } from '../../editor/commands/words.ts';
import { parseDocumentUri } from '../../editor/document-uri.ts';
import { resourceWords } from '../../editor/resource-words.ts';
import { printJson } from '../../ory/json/tree.ts';
import type { KindId } from '../../resources/kind.ts';
import { KINDS } from '../../resources/kinds.ts';
import { stateOf } from '../../resources/state.ts';
import type { StateWord } from '../../resources/state-word.ts';
import { parsed } from '../../saving/forms/form.ts';
import { formOf } from '../../saving/forms/form-of.ts';

/** Beyond this many characters, the state of a resource is left open. */
const LARGE = 1_000_000;

interface Known {
  readonly version: number;
  readonly state: readonly StateWord[];
}

/** What was read of each document, until its text is another. */
const known = new WeakMap<vscode.TextDocument, Known>();

/** What can be done with the resource of a document; nothing before it is created. */
export async function documentWords(
  { connections }: { readonly connections: ConnectionStore },
  document: vscode.TextDocument,
): Promise<readonly Word[]> {
  const ref = parseDocumentUri(document.uri);
  const connection = ref && connections.byId(ref.connection);
  if (!connection || ref.isNew) return [];
  return resourceWords(KINDS[ref.kind], connection, await stateIn(ref.kind, document));
}

async function stateIn(kind: KindId, document: vscode.TextDocument): Promise<readonly StateWord[]> {
  const { version, uri } = document;
  const before = known.get(document);
  if (before?.version === version) return before.state;
  const text = document.getText();
  const tree = text.length > LARGE ? undefined : parsed(await formOf(uri.path), text);
  // What can't be read as it stands is what it was before.
  const state = tree ? stateOf(kind, JSON.parse(printJson(tree))) : (before?.state ?? []);
  known.set(document, { version, state });
  return state;
}
