/** Escapes, classes, the beginnings and ends of groups, alternatives, repetitions; every other character by itself. */
const TOKENS =
  /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\{\d+(?:,\d*)?\}|[^]/gsu;

/** Characters of a value; a repetition without an end may end after each. */
const LENGTH = 1000;

/** In so many ways a pattern may be tried before it is known not to match: three repetitions without an end, and more. */
const MOST_WAYS = LENGTH ** 3 * 100;

interface Group {
  alternatives: number;
  /** Whether it matches one text in several ways, once it is repeated. */
  vague: boolean;
  /** Its characters and classes, those in `(?:…)` that are repeated; undefined where it holds groups or alternatives. */
  atoms: string[] | undefined;
}

/**
 * Whether a pattern that came from elsewhere may be run by an engine that tries one way after another. It is told
 * carefully: of what could take long, nothing passes, and some that would not is left out with it.
 */
export function isHarmless(pattern: unknown): boolean {
  if (typeof pattern !== 'string' || !compiles(pattern)) return false;
  const groups: Group[] = [{ alternatives: 1, vague: false, atoms: undefined }];
  let closed: Group | undefined;
  let ways = 1;
  for (const [token] of pattern.matchAll(TOKENS)) {
    const within = groups.at(-1);
    if (!within) return false;
    const before = closed;
    closed = undefined;
    if (token.startsWith('(')) {
      within.atoms = undefined;
      groups.push({ alternatives: 1, vague: false, atoms: [] });
    } else if (token === ')') {
      closed = groups.pop();
      const around = groups.at(-1);
      if (around && closed?.vague) around.vague = true;
    } else if (token === '|') {
      within.vague = true;
      within.atoms = undefined;
      ways *= (within.alternatives + 1) / within.alternatives;
      within.alternatives += 1;
    } else if (/^(?:[?*+]|\{\d+)/.test(token)) {
      within.atoms?.push(`(?:${within.atoms.pop() ?? ''})`);
      if (token !== '?' && before?.vague && !isSeparated(before.atoms)) return false;
      const endings = endingsOf(token);
      if (endings > 1) within.vague = true;
      ways *= endings;
    } else if (/^\\[1-9k]/.test(token)) return false;
    else within.atoms?.push(token);
  }
  return ways <= MOST_WAYS;
}

/** After how many turns a repetition may end. */
function endingsOf(repetition: string): number {
  if (repetition === '?') return 2;
  const [, least, most] = /^\{(\d+)(?:,(\d*))?\}$/.exec(repetition) ?? [];
  if (least === undefined || most === '') return LENGTH;
  return most === undefined ? 1 : Number(most) - Number(least) + 1;
}

/**
 * Whether the first or the last character is none that the others match, of which only one is repeated: then it is
 * certain where each turn ends, and what each matches in it.
 */
function isSeparated(atoms: readonly string[] | undefined): boolean {
  if (!atoms || atoms.filter((atom) => atom.startsWith('(?:')).length > 1) return false;
  const isApart = (separator: string | undefined, others: readonly string[]) => {
    const [, escaped, plain] = /^(?:\\([^\p{L}\d])|([^\p{L}\d\\.^$]))$/u.exec(separator ?? '') ?? [];
    const character = escaped ?? plain;
    const isOther = (atom: string) =>
      compiles(`^${atom}$`) && !new RegExp(`^${atom}$`, 'u').test(character ?? '');
    return character !== undefined && others.every(isOther);
  };
  return isApart(atoms[0], atoms.slice(1)) || isApart(atoms.at(-1), atoms.slice(0, -1));
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
