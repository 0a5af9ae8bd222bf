/** More is not looked at (characters). */
const LOOKED_AT = 200_000;

/** Whether a text is an identity schema: one of JSON Schema that says what traits are. Cheap: it is not parsed. */
export function isIdentitySchema(text: string): boolean {
  const begin = text.slice(0, LOOKED_AT);
  return /^\s{0,1000}\{/.test(begin) && begin.includes('"traits"') && begin.includes('"properties"');
}
