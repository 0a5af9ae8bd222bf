import type * as vscode from 'vscode';
import { parseDocumentUri, SCHEME } from '../../../editor/document-uri.ts';
import { type SchemaRef, schemaAddress } from '../../../schemas/addresses.ts';
import { type FileLines, partsOf } from '../../../schemas/files/parts.ts';

/** Lines of a document that follow a schema of ours. */
export interface Followed {
  /** The address of the schema. */
  readonly schema: string;
  /** The lines of a file; undefined for a document of ours, which follows it as a whole and holds no templates. */
  readonly lines?: FileLines;
}

/** What the documents that are open follow, told anew when their text is another. */
export class FollowedParts {
  private readonly known = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly followed: readonly Followed[] }
  >();

  of(document: vscode.TextDocument | undefined): readonly Followed[] {
    if (!document) return [];
    const known = this.known.get(document);
    if (known?.version === document.version) return known.followed;
    const followed = followedIn(document);
    this.known.set(document, { version: document.version, followed });
    return followed;
  }
}

function followedIn(document: vscode.TextDocument): readonly Followed[] {
  const { uri } = document;
  if (uri.scheme !== SCHEME)
    return partsOf(uri.path, document.getText()).map((lines) => ({
      schema: schemaAddress({ of: 'file', file: lines.kind }),
      lines,
    }));
  const ref = schemaOfDocument(uri);
  return ref ? [{ schema: schemaAddress(ref) }] : [];
}

/** A document of ours follows the schema of its resource; the configuration of a service that of its file. */
function schemaOfDocument(uri: vscode.Uri): SchemaRef | undefined {
  const ref = parseDocumentUri(uri);
  if (!ref) return undefined;
  if (ref.kind !== 'configurations')
    return { of: 'document', connection: ref.connection, kind: ref.kind, isNew: ref.isNew === true };
  const [, file] = /\/(kratos|hydra|keto)\.ya?ml$/.exec(uri.path) ?? [];
  // It takes more than the file of a server that it stands for.
  return file === undefined
    ? undefined
    : { of: 'configuration', server: file as 'kratos' | 'hydra' | 'keto' };
}
