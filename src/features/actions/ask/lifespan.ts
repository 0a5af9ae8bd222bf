import * as vscode from 'vscode';

/** Go's durations, such as 1h30m. */
const DURATION = /^(\d+(\.\d+)?(ms|s|m|h))+$/;

/** Why a text is no lifespan, or undefined where it is one; nothing means the server's own. */
export const lifespanProblem = (text: string): string | undefined =>
  text.trim() === '' || DURATION.test(text.trim())
    ? undefined
    : 'Hours, minutes and seconds, such as 12h, 90m or 1h30m.';

/** Asks how long something lives. @returns '' for the server's own lifespan; undefined where it was cancelled */
export async function askLifespan(title: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt: 'How long is it good? Empty: as long as the server is set to.',
    placeHolder: '12h, 90m, 1h30m',
    value: '1h',
    validateInput: lifespanProblem,
  });
  return typed?.trim();
}
