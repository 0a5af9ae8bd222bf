import type { Saved } from './save.ts';

type Path = readonly string[];

/** So many places are named; the rest is counted. */
const NAMED = 3;

/** "traits.name", "traits.name and state", "a, b, c and 4 more": each place once, a list by its own name. */
export function placesInWords(paths: readonly Path[]): string {
  const names = [...new Set(paths.map((path) => path.join('.') || 'everything'))];
  const shown = names.slice(0, NAMED);
  const more = names.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.length > 1 ? shown.pop() : undefined;
  return last === undefined ? shown.join('') : `${shown.join(', ')} and ${last}`;
}

/** What a save did, for the status bar. */
export function savedWords(
  where: string,
  { plan, kept }: Pick<Saved, 'plan' | 'kept'>,
): { readonly icon: 'check' | 'git-merge' | 'warning'; readonly words: string } {
  const { others, changes } = plan;
  if (changes.length === 0) {
    if (others.length === 0) return { icon: 'check', words: `Nothing to save to ${where}` };
    const words = `Nothing to save to ${where}; another’s change of ${placesInWords(others)} is shown`;
    return { icon: 'check', words };
  }
  const said = [
    others.length > 0
      ? `Merged with a change of ${placesInWords(others)}; saved to ${where}`
      : `Saved to ${where}`,
    ...(kept.otherwise.length > 0 ? [`the server keeps another ${placesInWords(kept.otherwise)}`] : []),
    ...(kept.besides.length > 0 ? [`the server also changed ${placesInWords(kept.besides)}`] : []),
  ];
  const icon = kept.otherwise.length > 0 ? 'warning' : others.length > 0 ? 'git-merge' : 'check';
  return { icon, words: said.join('; ') };
}
