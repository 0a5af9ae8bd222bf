import type { JsonSchema } from '../../json-schema.ts';

/** What is said of a member of a configuration. */
export interface ConfigWord {
  readonly description?: string;
  /** What each value does. */
  readonly values?: Readonly<Record<string, string>>;
  readonly examples?: readonly unknown[];
  /** Rules that the table of members can't tell, and what completion inserts. */
  readonly more?: JsonSchema;
}

/**
 * Words by the path of the member, `part:path` within a part. `*` stands for any one segment of a path, and `{1}` in the
 * description for the first of them.
 */
export type ConfigWords = Readonly<Record<string, string | ConfigWord>>;

/** Finds what is said of the member at a path: the words for this very path, else the first whose `*` fit. */
export function lookUp(words: ConfigWords): (path: string) => ConfigWord {
  const patterns = Object.entries(words)
    .filter(([path]) => path.includes('*'))
    .map(([path, word]) => ({ segments: path.split('.'), word: whole(word) }));
  return (path) => {
    const own = words[path];
    if (own !== undefined) return whole(own);
    const segments = path.split('.');
    for (const { segments: pattern, word } of patterns) {
      const wild = fit(pattern, segments);
      if (wild) return filledIn(word, wild);
    }
    return {};
  };
}

const whole = (word: string | ConfigWord): ConfigWord =>
  typeof word === 'string' ? { description: word } : word;

const filledIn = (word: ConfigWord, wild: readonly string[]): ConfigWord =>
  word.description === undefined
    ? word
    : {
        ...word,
        description: word.description.replace(/\{(\d)\}/g, (_, n: string) => wild[Number(n) - 1] ?? ''),
      };

/** What stands at the `*` of a pattern; undefined where it doesn't fit. */
function fit(pattern: readonly string[], segments: readonly string[]): string[] | undefined {
  if (pattern.length !== segments.length) return undefined;
  const wild: string[] = [];
  for (const [i, segment] of segments.entries()) {
    if (pattern[i] === '*') wild.push(segment);
    else if (pattern[i] !== segment) return undefined;
  }
  return wild;
}
