import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import { SCHEME } from '../../editor/document-uri.ts';

/** Code of the marks at places that both sides changed. */
export const CONFLICT = 'conflict';

/** Offers the comparison at the marks of a conflict. */
export const conflictFixes = (): vscode.Disposable =>
  vscode.languages.registerCodeActionsProvider(
    { scheme: SCHEME },
    {
      provideCodeActions({ uri }, _range, { diagnostics }) {
        const marks = diagnostics.filter(({ source, code }) => source === 'Ory' && code === CONFLICT);
        if (marks.length === 0) return [];
        const action = new vscode.CodeAction(
          vscode.l10n.t('Compare with Server'),
          vscode.CodeActionKind.QuickFix,
        );
        action.command = link('compareWithServer', action.title, uri);
        action.diagnostics = marks;
        action.isPreferred = true;
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
