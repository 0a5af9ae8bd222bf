import * as vscode from 'vscode';
import type { SchemaAssociations } from '../../editor/schemas/schema-associations.ts';
import type { SchemaRef } from '../../schemas/addresses.ts';
import { isIdentitySchema } from '../../schemas/files/identity-schema.ts';
import { isNamedIdentitySchema } from '../../schemas/files/names.ts';
import { candidatesOf, namedIn } from '../../schemas/files/named-schemas.ts';
import { partsOf } from '../../schemas/files/parts.ts';

/** More configuration files than this are not looked at, and no larger ones (bytes). */
const FILES_AT_MOST = 40;
const BYTES_AT_MOST = 1_000_000;
/** More identity schemas than this are not looked for in one configuration. */
const SCHEMAS_AT_MOST = 50;

const CONFIGURATIONS = '**/{*kratos*.{yml,yaml,json,yml.tmpl,yaml.tmpl},kratos/*.{yml,yaml,json}}';
const SCHEMA: SchemaRef = { of: 'file', file: 'identity-schema', ifOurs: true };
const JSONS: readonly string[] = ['json', 'jsonc'];

/**
 * Identity schemas that a configuration of Kratos in the workspace names, and those that are open, follow the schema of
 * identity schemas, whatever they are called. The files are only read: nothing in them is fetched or run.
 */
export function followSchemas(associations: SchemaAssociations): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    const { uri, languageId } = document;
    if (uri.scheme !== 'file' || !JSONS.includes(languageId) || isFollowed(uri, associations)) return;
    if (isIdentitySchema(document.getText())) associations.set(uri, SCHEMA);
  };
  void followNamed(associations);
  vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument((document) => {
      look(document);
      if (document.languageId === 'yaml' && document.uri.scheme === 'file')
        void followNamedIn(document.uri, associations);
    }),
  );
}

async function followNamed(associations: SchemaAssociations): Promise<void> {
  const files = await vscode.workspace.findFiles(CONFIGURATIONS, '**/node_modules/**', FILES_AT_MOST);
  for (const file of files) await followNamedIn(file, associations);
}

async function followNamedIn(file: vscode.Uri, associations: SchemaAssociations): Promise<void> {
  for (const path of (await schemasNamedIn(file)).slice(0, SCHEMAS_AT_MOST)) {
    const found = await firstThatExists(candidatesOf(path).map((at) => vscode.Uri.joinPath(file, '..', at)));
    if (found && !isFollowed(found, associations)) associations.set(found, SCHEMA);
  }
}

/** Whether the editor knows by now what a file follows: told twice, it would mark everything twice. */
const isFollowed = (file: vscode.Uri, associations: SchemaAssociations): boolean =>
  associations.of(file) !== undefined || isNamedIdentitySchema(file.path);

async function schemasNamedIn(file: vscode.Uri): Promise<readonly string[]> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > BYTES_AT_MOST) return [];
    const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
    const isKratos =
      file.path.endsWith('.json') || partsOf(file.path, text).some(({ kind }) => kind === 'kratos');
    return isKratos ? namedIn(text) : [];
  } catch {
    // A file that can't be read names nothing.
    return [];
  }
}

async function firstThatExists(files: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  for (const file of files) {
    try {
      const { type } = await vscode.workspace.fs.stat(file);
      if (type === vscode.FileType.File) return file;
    } catch {
      // It may be at the next place.
    }
  }
  return undefined;
}
