import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { SCHEMA_SCHEME } from '../../schemas/addresses.ts';
import { SchemaFiles } from './schema-files.ts';
import { onFirstYaml } from './yaml/on-first-yaml.ts';

/** What documents may hold: completion, hover and marks in editors, from schemas that are made here. */
export function register(container: Container): vscode.Disposable {
  const files = new SchemaFiles(container);
  return vscode.Disposable.from(
    files,
    vscode.workspace.registerFileSystemProvider(SCHEMA_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    onFirstYaml(async () => {
      const script = container.context.asAbsolutePath('dist/yaml-worker.js');
      return (await import('./yaml/support.ts')).supportYaml(await files.texts(), script, container.marks);
    }),
  );
}
