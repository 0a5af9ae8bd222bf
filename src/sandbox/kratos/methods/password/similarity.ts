/** Longer texts are not compared. */
const LIMIT = 256;
const LEAST_DISTANCE = 5;
const LARGEST_SHARE = 0.5;

/** True when a password is so much like the login name that whoever knows the one guesses the other. */
export function tooSimilar(identifier: string, password: string): boolean {
  if (identifier === '' || identifier.length > LIMIT || password.length > LIMIT) return false;
  const [a, b] = [identifier.toLowerCase(), password.toLowerCase()];
  return distance(a, b) < LEAST_DISTANCE || longestCommonPart(a, b) / b.length > LARGEST_SHARE;
}

/** How many letters must be added, taken away or changed to get from one to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const letter = a[i];
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function longestCommonPart(a: string, b: string): number {
  let longest = 0;
  let row: number[] = [];
  for (const letter of a) {
    const next = Array.from(b, (other, j) => (letter === other ? (row[j - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...next);
    row = next;
  }
  return longest;
}
