import * as vscode from 'vscode';
import type { SchemaAssociations } from '../../editor/schemas/schema-associations.ts';

/** More configuration files than this are not looked at, and no larger ones (bytes). */
const FILES_AT_MOST = 20;
const BYTES_AT_MOST = 1_000_000;

/**
 * Identity schemas that a `kratos.yml` of the workspace names follow the schema of identity schemas, whatever they are
 * called. The files are only read: nothing in them is fetched or run.
 */
export async function followNamedSchemas(associations: SchemaAssociations): Promise<void> {
  const files = await vscode.workspace.findFiles(
    '**/*kratos*.{yml,yaml}',
    '**/node_modules/**',
    FILES_AT_MOST,
  );
  for (const file of files) {
    for (const named of await schemasNamedIn(file))
      associations.set(named, { of: 'file', file: 'identity-schema' });
  }
}

async function schemasNamedIn(file: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > BYTES_AT_MOST) return [];
    const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
    return namedIn(text).flatMap((path) => placesOf(file, path));
  } catch {
    // A file that can't be read names nothing.
    return [];
  }
}

/** Paths of `url: file://….json` in a configuration. */
export const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/\burl:\s*["']?file:\/\/([^\s"'#]+)/g)].flatMap(([, path = '']) => {
    const end = path.lastIndexOf('.json');
    // What follows may be a comma or a brace, but no other ending.
    return end > 0 && !/^\w/.test(path.slice(end + '.json'.length))
      ? [path.slice(0, end + '.json'.length)]
      : [];
  });

/** A path in a configuration is one of the server's machine: in the workspace it is looked for beside the configuration. */
function placesOf(file: vscode.Uri, path: string): readonly vscode.Uri[] {
  const name = path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .at(-1);
  return name === undefined ? [] : [vscode.Uri.joinPath(file, '..', name)];
}
