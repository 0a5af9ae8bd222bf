import * as vscode from 'vscode';
import { SCHEME } from '../../../editor/document-uri.ts';

/** Words without which a file is none of ours; what it is, is told by what is loaded then. */
const WORDS = /kratos|hydra|keto|selfservice|^(?:dsn|urls|namespaces|strategies|oidc|identity):/im;
/** More of a file is not looked at (characters). */
const LOOKED_AT = 2_000_000;

/** Calls once, when a YAML document that may have a schema of ours is first open, or becomes one. */
export function onFirstYaml(load: () => Promise<vscode.Disposable>): vscode.Disposable {
  let loading: Promise<vscode.Disposable> | undefined;
  const look = (document: vscode.TextDocument) => {
    const { languageId, uri } = document;
    if (loading || !(languageId === 'yaml' || languageId === 'helm' || languageId === 'dockercompose'))
      return;
    const isOurs = uri.scheme === SCHEME || WORDS.test(uri.path);
    if (isOurs || WORDS.test(document.getText().slice(0, LOOKED_AT))) loading = load();
  };
  const listener = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    // A file may become one of ours while it is written: a save is often enough to look again.
    vscode.workspace.onDidSaveTextDocument(look),
  );
  vscode.workspace.textDocuments.forEach(look);
  return new vscode.Disposable(() => {
    listener.dispose();
    void loading?.then((loaded) => {
      loaded.dispose();
    });
  });
}
