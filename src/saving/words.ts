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
  return last === undefined ? shown.join('') : `${shown.join(', ')} and ${last}`;
}

const cut = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name);

/** What a save did, for the status bar. */
export function savedWords(
  where: string,
  { plan, kept }: Pick<Saved, 'plan' | 'kept'>,
): { readonly icon: 'check' | 'git-merge' | 'warning'; readonly words: string } {
  const { others, changes, undone } = plan;
  if (changes.length === 0) {
    if (others.length === 0) return { icon: 'check', words: `Nothing to save to ${where}` };
    const words = `Nothing to save to ${where}; another’s change of ${placesInWords(others)} is shown`;
    return { icon: 'check', words };
  }
  const saved = undone.length > 0 ? `over another’s change of ${placesInWords(undone)}` : '';
  const said = [
    others.length > 0
      ? `Merged with a change of ${placesInWords(others)}; saved to ${where}${saved && ` ${saved}`}`
      : `Saved to ${where}${saved && ` ${saved}`}`,
    ...(kept.adjusted.length > 0 ? [`the server keeps another ${placesInWords(kept.adjusted)}`] : []),
    ...(kept.alsoChanged.length > 0 ? [`the server also changed ${placesInWords(kept.alsoChanged)}`] : []),
  ];
  const icon = kept.adjusted.length > 0 ? 'warning' : others.length > 0 ? 'git-merge' : 'check';
  return { icon, words: said.join('; ') };
}
