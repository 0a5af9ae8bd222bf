/** What Kratos' schema validation says of one place of a document. */
export interface Validated {
  /** The place as it stands there: a pointer, encoded as in an address. */
  readonly path: string;
  readonly message: string;
}

const AT = 'I[#';
/** Longer paths, and more complaints, are none that help anybody. */
const LONGEST = 4000;
const AT_MOST = 100;

/**
 * "I[#/traits/name] S[#/properties/…] expected string, but got number", one or several. Read piece by piece and not by
 * one expression: a server may repeat to it what somebody else wrote.
 */
export function validationsIn(said: string): readonly Validated[] {
  const found: Validated[] = [];
  let at = said.indexOf(AT);
  while (at >= 0 && found.length < AT_MOST) {
    const next = said.indexOf(AT, at + AT.length);
    const one = validationIn(said.slice(at + AT.length, next < 0 ? undefined : next));
    if (one) found.push(one);
    at = next;
  }
  return found;
}

function validationIn(piece: string): Validated | undefined {
  const end = piece.indexOf(']');
  if (end < 0 || end > LONGEST) return undefined;
  const rest = piece.slice(end + 1);
  const schema = rest.trimStart();
  const close = schema.startsWith('S[') && schema.length < rest.length ? schema.indexOf(']') : -1;
  if (close < 0) return undefined;
  const message = schema.slice(close + 1).trimStart();
  return { path: piece.slice(0, end), message: (message.split('\n', 1)[0] ?? '').trim() };
}
