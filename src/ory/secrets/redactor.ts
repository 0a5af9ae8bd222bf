import { escapeRegExp } from '../escape-regexp.ts';
import type { Operation } from '../operations/operation.ts';

/** What stands in logs and messages instead of a secret. */
export const REDACTED = '[redacted]';

/** Shapes of secrets that are recognised wherever they turn up in free text. */
const shapes: readonly RegExp[] = [
  /\bory_(?:pat|apikey|wak|st|at|rt|ac|ot|lo)_[\w.~-]{6,}/g, // Ory's prefixed keys and tokens
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, // JSON Web Tokens
  /(?<=\b(?:Bearer|Basic|Token)\s)[\w.~+/=-]{4,}/gi,
  /\$(?:2[abxy]|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]*)\$[^\s"',}]+/g, // password hashes
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g,
  /(?<=:\/\/)[^/\s:@]+:[^/\s@]+(?=@)/g, // user:password in a URL
  // In a query, a form or behind a `#`.
  /(?<=[?&#](?:token|code|access_token|refresh_token|id_token|id_token_hint|client_secret|password|session_token|logout_token|api_key|(?:login|consent|logout|device)_(?:challenge|verifier))=)[^&#\s"']+/gi,
  /(?<="(?:client_secret|password|registration_access_token|session_token|access_token|refresh_token|id_token|recovery_code|hashed_password|d|p|q|dp|dq|qi|k)"\s*:\s*")(?:[^"\\]|\\.)+/g,
];

/** Words, and what is too short to be anything else: such a secret (a bad password) also stands in what is none. */
const WORD = /^(?:.{0,9}|\p{L}+(?:[-_ .]\p{L}+)*)$/u;

/** Words of the API that are somebody's bad password, too. */
const NAMES: ReadonlySet<string> = new Set(['password']);

/** What is looked for in place of a value that was learned. */
type Look = string | RegExp;

/**
 * The one redactor: everything that leaves for a log, a message, a clipboard or a report passes through it. It knows
 * the shapes of Ory's secrets, the values that it was told, and each operation's own secret places.
 */
export class Redactor {
  private readonly known = new Map<string, readonly Look[]>();

  /**
   * Remembers a value (a key that was entered, a secret that was received) so that it is cut out of any text: wherever
   * it turns up, or, where it is no more than a word, where it stands by itself. The name of a secret is none: whose
   * password is `password` says nothing by that, and every message about passwords would be cut to pieces.
   */
  learn(secret: string): void {
    if (secret.length < 6 || this.known.has(secret) || NAMES.has(secret)) return;
    this.known.set(secret, looksOf(secret));
  }

  forget(secret: string): void {
    this.known.delete(secret);
  }

  /** Free text without secrets. */
  text(text: string): string {
    return this.clean(text, () => true);
  }

  /**
   * A value of something whose secrets are masked already, such as a request that becomes a script: what can't be
   * anything but a secret is cut out. A word stays, because there it is something else: the `method` is `password`,
   * whatever somebody's password is.
   */
  value(text: string): string {
    return this.clean(text, (look) => typeof look === 'string');
  }

  private clean(text: string, isWanted: (look: Look) => boolean): string {
    let clean = text;
    for (const looks of this.known.values()) {
      for (const look of looks) if (isWanted(look)) clean = clean.replaceAll(look, REDACTED);
    }
    return shapes.reduce((at, shape) => at.replace(shape, REDACTED), clean);
  }

  /** A request's path with its query, for the log: secret parameters and recognised shapes are cut out. */
  path(operation: Pick<Operation, 'parameters'> | undefined, path: string): string {
    const at = path.indexOf('?');
    if (at < 0) return this.text(path);
    const parameters = new URLSearchParams(path.slice(at + 1));
    for (const name of new Set(parameters.keys())) {
      if (operation?.parameters[name]?.secret) parameters.set(name, REDACTED);
    }
    return this.text(`${path.slice(0, at)}?${parameters.toString()}`);
  }
}

/** A value as it stands in a text, in JSON and in an address. */
function looksOf(secret: string): readonly Look[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    quoted,
    forGo(quoted),
    encoded(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
  ];
  const different = [...new Set(forms)];
  if (!WORD.test(secret)) return different;
  return different.map(
    (form) => new RegExp(`(?<![\\p{L}\\p{N}_-])${escapeRegExp(form)}(?![\\p{L}\\p{N}_-])`, 'gu'),
  );
}

/** Go's JSON, which Ory's servers answer, also escapes what means something to HTML. */
const forGo = (quoted: string): string =>
  quoted.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function encoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // Half a character (a lone surrogate) stands in no address.
    return secret;
  }
}
