import * as vscode from 'vscode';
import { SCHEME } from '../../../editor/document-uri.ts';

/** Names of files whose schema we have; apart from the rest, so that nothing is loaded for other YAML. */
const NAMES = /(kratos|hydra|keto)[^/]*\.ya?ml$/;

/** Calls once, when a YAML document that has a schema of ours is first open. */
export function onFirstYaml(load: () => Promise<vscode.Disposable>): vscode.Disposable {
  let loading: Promise<vscode.Disposable> | undefined;
  const look = ({ languageId, uri }: vscode.TextDocument) => {
    if (languageId !== 'yaml' || !(uri.scheme === SCHEME || NAMES.test(uri.path))) return;
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
