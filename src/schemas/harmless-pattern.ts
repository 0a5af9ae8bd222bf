/** Escapes, classes, the beginnings and ends of groups, alternatives, repetitions; every other character by itself. */
const TOKENS =
  /\\[pP]\{[^}]{0,100}\}|\\.|\[(?:\\.|[^\]\\])*\]?|\((?:\?(?:[:=!]|<[=!]|<[^>]{1,100}>))?|\{\d{1,9}(?:,\d{0,9})?\}|[^]/gsu;

/** Characters of the longest pattern that is looked at. */
const LONGEST = 1000;

/** Characters of the longest text that a pattern is tried with where it may look at each of them more than once. */
export const TRIED_AT_MOST = 256;

/** In so many ways a pattern without repetitions that overlap may be tried. */
const FEW_WAYS = 64;

interface Group {
  alternatives: number;
  /** Whether it matches one text in several ways, once it is repeated. */
  vague: boolean;
  /** In how many ways it may match, at most. */
  ways: number;
  /** Its characters and classes, those in `(?:…)` that are repeated; undefined where it holds groups or alternatives. */
  atoms: string[] | undefined;
}

/**
 * How a pattern that came from elsewhere may be run by an engine that tries one way after another, in an editor's own
 * services, which nobody can stop: 'any' text takes it a time that grows with the text, 'short' texts (see
 * `TRIED_AT_MOST`) take it at most a thousandth of a second, and 'none' may be tried at all. It is told carefully: some
 * that would be no trouble are left out.
 */
export function textsFor(pattern: unknown): 'any' | 'short' | 'none' {
  if (typeof pattern !== 'string' || pattern.length > LONGEST || !compiles(pattern)) return 'none';
  const ways = waysOf([...pattern.matchAll(TOKENS)].map(([token]) => token));
  if (ways <= FEW_WAYS) return 'any';
  return ways <= FEW_WAYS * TRIED_AT_MOST ? 'short' : 'none';
}

/** In how many ways a pattern may be tried before it is known not to match; Infinity where that is not known. */
function waysOf(tokens: readonly string[]): number {
  const whole: Group = { alternatives: 1, vague: false, ways: 1, atoms: undefined };
  const groups = [whole];
  let closed: Group | undefined;
  let hasEndless = false;
  for (const [at, token] of tokens.entries()) {
    const within = groups.at(-1);
    if (!within) return Infinity;
    const before = closed;
    closed = undefined;
    if (token.startsWith('(')) {
      within.atoms = undefined;
      groups.push({ alternatives: 1, vague: false, ways: 1, atoms: [] });
    } else if (token === ')') {
      closed = groups.pop();
      const around = groups.at(-1);
      if (!around || !closed) return Infinity;
      around.vague ||= closed.vague;
      around.ways *= closed.ways;
    } else if (token === '|') {
      within.vague = true;
      within.atoms = undefined;
      within.ways *= (within.alternatives + 1) / within.alternatives;
      within.alternatives += 1;
    } else if (isRepetition(token)) {
      within.atoms?.push(`(?:${within.atoms.pop() ?? ''})`);
      if (token === '?' && isRepetition(tokens[at - 1] ?? '')) continue;
      const isSafe = !before?.vague || isSeparated(before.atoms);
      if (token !== '?' && !isSafe) return Infinity;
      const endings = endingsOf(token);
      hasEndless ||= endings === TRIED_AT_MOST;
      if (endings > 1) within.vague = true;
      // What one turn matches, and where it ends, is certain.
      if (token !== '?' && before?.vague) within.ways /= before.ways;
      if (!isEnd(tokens.slice(at + 1)) && (before || !stops(tokens[at - 1], tokens.slice(at + 1)))) {
        within.ways *= endings;
      }
    } else if (/^\\[1-9k]/.test(token)) return Infinity;
    else within.atoms?.push(token);
  }
  const isAnchored = tokens[0] === '^' && whole.alternatives === 1;
  return groups.length === 1 ? whole.ways * (hasEndless && !isAnchored ? TRIED_AT_MOST : 1) : Infinity;
}

const isRepetition = (token: string): boolean => /^(?:[?*+]|\{\d+)/.test(token);

/** Whether nothing but the end of the text follows: a repetition that is followed by it takes all there is. */
const isEnd = (following: readonly string[]): boolean =>
  following.every((token) => token === ')' || token === '$' || token === '?');

/** Whether a repeated character or class ends before one that it does not match. */
function stops(repeated: string | undefined, [next, after]: readonly string[]): boolean {
  const character = characterOf(next);
  if (repeated === undefined || character === undefined || (after && isRepetition(after))) return false;
  return compiles(`^${repeated}$`) && !new RegExp(`^${repeated}$`, 'su').test(character);
}

/** After how many turns a repetition may end. */
function endingsOf(repetition: string): number {
  if (repetition === '?') return 2;
  const [, least, most] = /^\{(\d+)(?:,(\d*))?\}$/.exec(repetition) ?? [];
  if (least === undefined || most === '') return TRIED_AT_MOST;
  return most === undefined ? 1 : Math.min(Number(most) - Number(least) + 1, TRIED_AT_MOST);
}

/**
 * Whether the first or the last character is none that the others match, of which only one is repeated: then it is
 * certain where each turn ends, and what each matches in it.
 */
function isSeparated(atoms: readonly string[] | undefined): boolean {
  if (!atoms || atoms.filter((atom) => atom.startsWith('(?:')).length > 1) return false;
  const isApart = (separator: string | undefined, others: readonly string[]) => {
    const character = characterOf(separator);
    const isOther = (atom: string) =>
      compiles(`^${atom}$`) && !new RegExp(`^${atom}$`, 'su').test(character ?? '');
    return character !== undefined && others.every(isOther);
  };
  return isApart(atoms[0], atoms.slice(1)) || isApart(atoms.at(-1), atoms.slice(0, -1));
}

/** The one character that a token stands for. */
function characterOf(token: string | undefined): string | undefined {
  const [, escaped, plain] = /^(?:\\([^\p{L}\d])|([^\p{L}\d\\.^$()[\]{}|?*+]))$/u.exec(token ?? '') ?? [];
  return escaped ?? plain;
}

/** A pattern of another dialect can't be run at all. */
function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
