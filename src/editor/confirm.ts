import * as vscode from 'vscode';
import type { Connection } from '../connections/model.ts';
import { withoutLinks } from './text.ts';

export interface Destruction {
  /** The question, naming the object and the connection: "Delete Web shop from staging?" */
  readonly question: string;
  /** What goes with it. */
  readonly consequence: string;
  /** The button: "Delete". */
  readonly verb: string;
  /** What one types on a production connection. */
  readonly name: string;
  readonly connection: Connection;
  /** One types the name on every connection. */
  readonly always?: boolean;
}

/** Asks before something is destroyed; on a production connection one types the object's name. */
export async function confirmDestruction(destruction: Destruction): Promise<boolean> {
  const { question, consequence, verb, name, connection, always = false } = destruction;
  if (!connection.production && !always) {
    const chosen = await vscode.window.showWarningMessage(
      question,
      { modal: true, detail: consequence },
      verb,
    );
    return chosen === verb;
  }
  const typed = await vscode.window.showInputBox({
    title: connection.production ? `${connection.name} is a production connection` : question,
    prompt: withoutLinks(
      `${connection.production ? `${question} ` : ''}${consequence} Type “${name}” to go on.`,
    ),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || name.startsWith(text) ? undefined : withoutLinks(`Type “${name}”, or press Escape.`),
  });
  return typed === name;
}
