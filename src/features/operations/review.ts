import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../../editor/text.ts';
import { curlOf, type CurlTarget } from '../../ory/curl.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { previewOf, previewText } from '../../ory/runner/preview.ts';
import type { RunInput } from '../../ory/runner/run-input.ts';
import { redactInput } from '../../ory/secrets/redact-input.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import type { Answers } from './answers.ts';

/** Lines of a body that stand in the list; the whole request opens as a document. */
const LINES = 12;

type Choice = 'send' | 'curl' | 'whole' | 'change' | 'cancel';

interface ReviewItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

export interface Reviewed {
  readonly operation: Operation;
  readonly connection: Connection;
  readonly input: RunInput;
  readonly target: CurlTarget;
  readonly redactor: Redactor;
}

/**
 * Shows what will be sent, secrets masked, before it is.
 * @returns whether it is to be sent or changed; undefined where it is given up
 */
export function review(reviewed: Reviewed, answers: Answers): Promise<'send' | 'change' | undefined> {
  const { operation, connection, target, redactor } = reviewed;
  const input = redactInput(redactor, reviewed.input);
  const preview = previewOf(operation, input, target);
  const text = previewText({ ...preview, url: redactor.value(preview.url) });
  const pick = vscode.window.createQuickPick<ReviewItem>();
  pick.title = vscode.l10n.t('{0} on {1}: Look Before It Is Sent', operation.id, connection.name);
  pick.placeholder = operation.summary;
  pick.ignoreFocusOut = true;
  pick.items = [
    {
      label: vscode.l10n.t('$(play) Send'),
      choice: 'send',
      description: `to ${withoutIcons(connection.name)}`,
    },
    {
      label: vscode.l10n.t('$(terminal) Copy as cURL'),
      choice: 'curl',
      description: vscode.l10n.t('secrets as shell variables'),
    },
    { label: vscode.l10n.t('$(file-code) Show the Whole Request'), choice: 'whole' },
    { label: vscode.l10n.t('$(edit) Change Inputs…'), choice: 'change' },
    { label: vscode.l10n.t('$(close) Cancel'), choice: 'cancel' },
    { label: vscode.l10n.t('what will be sent'), kind: vscode.QuickPickItemKind.Separator },
    ...linesOf(text).map((line): ReviewItem => ({ label: withoutIcons(line), choice: 'whole' })),
  ];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      switch (choice) {
        case 'send':
        case 'change':
          resolve(choice);
          pick.hide();
          break;
        case 'cancel':
          pick.hide();
          break;
        case 'curl':
          pick.selectedItems = [];
          void vscode.env.clipboard.writeText(curlOf(operation, input, target)).then(() => {
            vscode.window.setStatusBarMessage(
              vscode.l10n.t('$(check) Copied {0} as cURL', operation.id),
              6000,
            );
          });
          break;
        case 'whole':
          void answers.showText(`${operation.id} (request).http`, text);
          break;
        case undefined:
          break;
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rest = lines.length - LINES;
  return rest > 1 ? [...lines.slice(0, LINES), vscode.l10n.t('… {0} more lines', rest)] : lines;
}
