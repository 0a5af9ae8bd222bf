import * as l10n from '@vscode/l10n';
import { claimRows, valueText, whenWords } from '../../../flows/oauth2/tokens/claim-words.ts';
import { type Inspection, verdictOf } from '../../../flows/oauth2/tokens/inspect.ts';
import type { Action, Row, TokenModel } from '../../../webviews/shared/oauth2/contract.ts';

export interface TokenFrame {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly Action[];
  readonly now?: Date;
}

/** A token as a view may have it: what it says and whether it is good, never the token. */
export function tokenModel(
  inspection: Inspection,
  { id, title, actions, now = new Date() }: TokenFrame,
): TokenModel {
  const { token, kind, verdict, introspection, notAsked } = inspection;
  const judged = verdictOf(inspection);
  const signature = verdict?.ok ? [verdict.signatureWords] : [];
  return {
    id,
    title,
    kind,
    state: judged
      ? { severity: judged.good ? 'success' : 'error', text: judged.words }
      : { severity: 'info', text: unknownWords(inspection) },
    notes: [...(judged?.words.includes(signature[0] ?? '\0') ? [] : signature), ...notAsked],
    header: token.form === 'opaque' ? [] : plainRows(token.header),
    claims: token.form === 'jwt' ? rowsOf(token.claims, now) : [],
    introspection: introspection ? rowsOf(introspection as unknown as Record<string, unknown>, now) : [],
    actions,
  };
}

function unknownWords({ token, notAsked, kind }: Inspection): string {
  if (token.form === 'jwe')
    return l10n.t('It is encrypted: only whom it was made for can read and check it.');
  if (notAsked.length > 0) return l10n.t('Nobody could say whether it is good.');
  return l10n.t('{0}: Hydra can’t be asked about it.', kind);
}

export const rowsOf = (claims: Readonly<Record<string, unknown>>, now: Date): Row[] =>
  claimRows(claims, now)
    .filter(({ value }) => value !== '')
    .map(({ name, value, words }) => ({ name, value, ...(words ? { note: words } : {}) }));

const plainRows = (header: Readonly<Record<string, unknown>>): Row[] =>
  Object.entries(header).map(([name, value]) => ({ name, value: valueText(value) }));

/** A token of which nothing can be looked into or asked, but when it ends. */
export const expiryNote = (expiresAt: Date | undefined, now = new Date()): string[] =>
  expiresAt ? [l10n.t('It expires {0}.', whenWords(expiresAt, now))] : [];
