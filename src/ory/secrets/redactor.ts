import { escapeRegExp } from '../escape-regexp.ts';
import type { Operation } from '../operations/operation.ts';
import { cutOff } from '../shorten.ts';
import { LONG, LongSecret } from './long-secret.ts';
import { withoutShapes } from './shapes.ts';

/** What stands in logs and messages instead of a secret. */
export const REDACTED = '[redacted]';

/** Characters of the longest secret that may be no more than words. */
const WORDS_AT_MOST = 100;

/** Words, and what is too short to be anything else: such a secret (a bad password) also stands in what is none. */
const WORD = /^(?:.{0,9}|\p{L}+(?:[-_ .]\p{L}+)*)$/u;

/** Words of the API that are somebody's bad password, too. */
const NAMES: ReadonlySet<string> = new Set(['password']);

/** Characters behind an end that are looked at for a secret that lies across it. */
const BEYOND = 16_384;

/** What is looked for in place of a value that was learned. */
type Look = string | RegExp | LongSecret;

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

  /** What it was told, for one that works in another thread of this process. */
  learned(): readonly string[] {
    return [...this.known.keys()];
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
    return this.clean(text, (look) => !(look instanceof RegExp));
  }

  /**
   * The beginning of what somebody else wrote, without secrets, for where people read it: a server may send megabytes,
   * and repeat in them what it was sent.
   * @param most characters; where there were more, `…` stands at the end
   */
  beginning(text: string, most: number): string {
    if (text.length <= most) return this.text(text);
    // A secret across the end is known by what follows.
    const clean = this.text(text.slice(0, most + BEYOND));
    return cutOff(clean, Math.min(most, clean.length - 1));
  }

  private clean(text: string, isWanted: (look: Look) => boolean): string {
    let clean = text;
    for (const looks of this.known.values()) {
      for (const look of looks) {
        if (!isWanted(look)) continue;
        clean = look instanceof LongSecret ? look.cutOut(clean, REDACTED) : clean.replaceAll(look, REDACTED);
      }
    }
    return withoutShapes(clean, REDACTED);
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
  if (secret.length > LONG) return forms.map((form) => new LongSecret(secret, form));
  const different = [...new Set(forms.map((form) => form(secret)))];
  if (secret.length > WORDS_AT_MOST || !WORD.test(secret)) return different;
  return different.map(
    (form) => new RegExp(`(?<![\\p{L}\\p{N}_-])${escapeRegExp(form)}(?![\\p{L}\\p{N}_-])`, 'gu'),
  );
}

const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  quoted,
  forGo,
  encoded,
  (text) => new URLSearchParams([['', text]]).toString().slice(1),
];

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go's JSON, which Ory's servers answer, also escapes what means something to HTML. */
function forGo(text: string): string {
  return quoted(text).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function encoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // Half a character (a lone surrogate) stands in no address.
    return secret;
  }
}
