import * as vscode from 'vscode';
import { SCHEME } from '../../../editor/document-uri.ts';

/** Names of files whose schema we have; apart from the rest, so that nothing is loaded for other YAML. */
const NAMES = /kratos|hydra|keto/;

/** Calls once, when a YAML document that has a schema of ours is first open. */
export function onFirstYaml(load: () => Promise<vscode.Disposable>): vscode.Disposable {
  let loading: Promise<vscode.Disposable> | undefined;
  const look = ({ languageId, uri }: vscode.TextDocument) => {
    if (languageId !== 'yaml' || !(uri.scheme === SCHEME || isOurs(uri.path))) return;
    loading ??= load();
  };
  const listener = vscode.workspace.onDidOpenTextDocument(look);
  vscode.workspace.textDocuments.forEach(look);
  return new vscode.Disposable(() => {
    listener.dispose();
    void loading?.then((loaded) => {
      loaded.dispose();
    });
  });
}

function isOurs(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (name.endsWith('.yml') || name.endsWith('.yaml')) && NAMES.test(name);
}
