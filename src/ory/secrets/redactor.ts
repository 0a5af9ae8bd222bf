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
  /(?<=[?&](?:token|code|access_token|refresh_token|id_token|client_secret|password|session_token|logout_token|api_key|login_challenge|consent_challenge|logout_challenge|login_verifier|consent_verifier)=)[^&#\s"']+/gi,
  /(?<="(?:client_secret|password|registration_access_token|session_token|access_token|refresh_token|id_token|recovery_code|hashed_password|d|p|q|dp|dq|qi|k)"\s*:\s*")(?:[^"\\]|\\.)+/g,
];

/**
 * The one redactor: everything that leaves for a log, a message, a clipboard or a report passes through it. It knows
 * the shapes of Ory's secrets, the values that it was told, and each operation's own secret places.
 */
export class Redactor {
  private readonly known = new Set<string>();

  /** Remembers a value (a key that was entered, a secret that was received) so that it is cut out of any text. */
  learn(secret: string): void {
    if (secret.length >= 6) this.known.add(secret);
  }

  forget(secret: string): void {
    this.known.delete(secret);
  }

  /** Free text without secrets. */
  text(text: string): string {
    let clean = text;
    for (const secret of this.known) {
      clean = clean.replaceAll(secret, REDACTED);
      const encoded = encodeURIComponent(secret);
      if (encoded !== secret) clean = clean.replaceAll(encoded, REDACTED);
    }
    return shapes.reduce((at, shape) => at.replace(shape, REDACTED), clean);
  }

  /** A request's path with its query, for the log: secret parameters and recognised shapes are cut out. */
  path(operation: Pick<Operation, 'parameters'> | undefined, path: string): string {
    const [before = '', query] = path.split('?', 2);
    if (query === undefined) return this.text(before);
    const parameters = new URLSearchParams(query);
    for (const name of new Set(parameters.keys())) {
      if (operation?.parameters[name]?.secret) parameters.set(name, REDACTED);
    }
    return this.text(`${before}?${parameters.toString()}`);
  }
}
