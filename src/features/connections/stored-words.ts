import * as l10n from '@vscode/l10n';
import type { StoredKind } from '../../connections/secrets.ts';

const WORDS: Readonly<Record<StoredKind, readonly [one: string, many: boolean]>> = {
  key: ['key', false],
  session: [l10n.t('session token'), false],
  client: [l10n.t('clients’ secrets'), true],
};

/** What is stored for a connection, as the subject of a sentence: "key and session token", and whether it is several. */
export function storedWords(kinds: readonly StoredKind[]): { readonly what: string; readonly many: boolean } {
  const words = kinds.map((kind) => WORDS[kind][0]);
  const what = [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter(Boolean).join(' and ');
  return { what, many: kinds.length > 1 || kinds.some((kind) => WORDS[kind][1]) };
}
