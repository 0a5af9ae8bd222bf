import type * as vscode from 'vscode';
import { type DocumentRef, parseDocumentUri } from '../../editor/document-uri.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import { parsed, type Stretch } from '../../saving/forms/form.ts';

/** Beyond this many characters a document is read at every keystroke for too little. */
const LARGE = 1_000_000;

/** A document of an existing resource, as it stands in the editor. */
export interface Readable {
  readonly ref: DocumentRef;
  readonly tree: JsonNode;
  readonly placeOf: (path: readonly string[]) => Stretch;
}

/** Reads a document; undefined where it is no resource's yet, can't be read as it stands, or is very large. */
export async function readable(document: vscode.TextDocument): Promise<Readable | undefined> {
  const ref = parseDocumentUri(document.uri);
  const text = document.getText();
  if (!ref || ref.isNew || text.length > LARGE) return undefined;
  const form = await formOf(document.uri.path);
  const tree = parsed(form, text);
  return tree && { ref, tree, placeOf: form.placesOf(text) };
}
