import * as l10n from '@vscode/l10n';
import type { Saved } from './saved.ts';

type Path = readonly string[];

/** So many places are named; the rest is counted. */
const NAMED = 3;
/** Names are anybody's: a longer one is cut. */
const LONGEST = 80;

/** "traits.name", "traits.name and state", "a, b, c and 4 more": each place once, a list by its own name. */
export function placesInWords(paths: readonly Path[]): string {
  const names = [...new Set(paths.map((path) => cut(path.join('.')) || 'everything'))];
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.length > 1 ? shown.pop() : undefined;
  return last === undefined ? shown.join('') : l10n.t('{0} and {1}', shown.join(', '), last);
}

const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

/** What a save did, for the status bar. */
export function savedWords(
  where: string,
  { plan, kept }: Pick<Saved, 'plan' | 'kept'>,
): { readonly icon: 'check' | 'git-merge' | 'warning'; readonly words: string } {
  const { others, changes, undone } = plan;
  if (changes.length === 0) {
    if (others.length === 0) return { icon: 'check', words: l10n.t('Nothing to save to {0}', where) };
    const words = l10n.t(
      'Nothing to save to {0}; another’s change of {1} is shown',
      where,
      placesInWords(others),
    );
    return { icon: 'check', words };
  }
  const saved = undone.length > 0 ? l10n.t('over another’s change of {0}', placesInWords(undone)) : '';
  const said = [
    others.length > 0
      ? l10n.t(
          'Merged with a change of {0}; saved to {1}{2}',
          placesInWords(others),
          where,
          saved && ` ${saved}`,
        )
      : l10n.t('Saved to {0}{1}', where, saved && ` ${saved}`),
    ...(kept.adjusted.length > 0
      ? [l10n.t('the server keeps another {0}', placesInWords(kept.adjusted))]
      : []),
    ...(kept.alsoChanged.length > 0
      ? [l10n.t('the server also changed {0}', placesInWords(kept.alsoChanged))]
      : []),
  ];
  const icon = kept.adjusted.length > 0 ? 'warning' : others.length > 0 ? 'git-merge' : 'check';
  return { icon, words: said.join('; ') };
}
