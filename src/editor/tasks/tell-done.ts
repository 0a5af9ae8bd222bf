import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../text.ts';

const SHOWN_MS = 6000;

/** What was done, in the status bar for a while: "Ended the session Firefox (staging)". */
export function tellDone(what: string, { name }: Connection): void {
  vscode.window.setStatusBarMessage(`$(check) ${withoutIcons(what)} (${withoutIcons(name)})`, SHOWN_MS);
}

/** "Web shop", "3 clients". */
export const several = (all: readonly { readonly name: string }[], plural: string): string =>
  all.length === 1 ? (all[0]?.name ?? '') : `${all.length} ${plural}`;

/** "ada, grace and alan", "ada, grace, alan and 4 more". */
export function namesOf(all: readonly { readonly name: string }[]): string {
  const names = all.map(({ name }) => name);
  const shown = names.length > 4 ? names.slice(0, 3) : names.slice(0, -1);
  const last = names.length > 4 ? `${names.length - 3} more` : (names.at(-1) ?? '');
  return shown.length === 0 ? last : vscode.l10n.t('{0} and {1}', shown.join(', '), last);
}

/** The names of several things, one a line, for a question. */
export function listed(all: readonly { readonly name: string }[]): string {
  const shown = all.slice(0, 10).map(({ name }) => name);
  const rest = all.length > shown.length ? [vscode.l10n.t('and {0} more', all.length - shown.length)] : [];
  return all.length === 1 ? '' : `${[...shown, ...rest].join('\n')}\n\n`;
}
