/**
 * How a secret of some shape is found: by a beginning that is short, and by walking on from there. One expression for
 * the whole would begin anew at each place of a text that looks like a beginning, and a server may send a million.
 */
interface Shape {
  /** What stands before the secret or begins it. Global; whatever it matches has a length that is bounded. */
  readonly head: RegExp;
  /** Whether the head is part of the secret. */
  readonly isWithin: boolean;
  /** How many characters before the end of a secret the next head may begin. */
  readonly overlap?: number;
  /** Made for each text, so that it may remember what it knows of it. */
  readonly ends: (text: string) => End;
}

/**
 * Where the secret ends, from behind its head on; where there `is` none, how far it was looked: no other begins before
 * that.
 */
type End = (from: number) => { readonly at: number; readonly is: boolean };

/** Characters of a class, up to U+007F; others belong to none of them, or with `others` to it. */
class Characters {
  private readonly known: readonly boolean[];

  constructor(
    pattern: RegExp,
    private readonly others = false,
  ) {
    this.known = Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
  }

  /** Where those that follow a place end. */
  end(text: string, from: number): number {
    let at = from;
    while (at < text.length && (this.known[text.charCodeAt(at)] ?? this.others)) at += 1;
    return at;
  }
}

const WORDS = new Characters(/[\w-]/);
const TOKEN = new Characters(/[\w.~-]/);
const BASE58 = new Characters(/[1-9A-HJ-NP-Za-km-z]/);
const CREDENTIALS = new Characters(/[\w.~+/=-]/);
const HASH = new Characters(/[^\s"',}]/, true);
const USER = new Characters(/[^/\s:@]/, true);
const PASSWORD = new Characters(/[^/\s@]/, true);
const VALUE = new Characters(/[^&#\s"']/, true);
const BASE64 = new Characters(/[\w+/=\\\s-]/);

/** What goes on for at least so many characters. */
const run =
  (characters: Characters, least: number): Shape['ends'] =>
  (text) =>
  (from) => {
    const at = characters.end(text, from);
    return { at, is: at - from >= least };
  };

/** `eyJ….….…`; one whose end was cut off with the text counts as well. */
const jwt: Shape['ends'] = (text) => (from) => {
  const header = WORDS.end(text, from);
  if (header - from < 8 || text[header] !== '.') return { at: header, is: false };
  const claims = WORDS.end(text, header + 1);
  if (claims === text.length) return { at: claims, is: claims > header + 1 };
  if (claims - header - 1 < 8 || text[claims] !== '.') return { at: header, is: false };
  return { at: WORDS.end(text, claims + 1), is: true };
};

/** The identifier of an API key of Talos, and its checksum. */
const identified: Shape['ends'] = (text) => (from) => {
  const identifier = BASE58.end(text, from);
  if (identifier - from < 40 || text[identifier] !== '_') return { at: identifier, is: false };
  const checksum = BASE58.end(text, identifier + 1);
  return { at: checksum, is: checksum - identifier > 30 };
};

/** A private key; where its end is missing, what looks like its content. */
const privateKey: Shape['ends'] = (text) => {
  const foot = /-----END [A-Z ]{0,40}PRIVATE KEY-----/g;
  let hasFoot = true;
  return (from) => {
    if (hasFoot) {
      foot.lastIndex = from;
      hasFoot = foot.test(text);
      if (hasFoot) return { at: foot.lastIndex, is: true };
    }
    const at = BASE64.end(text, from);
    return { at, is: /[\w+/=]{20}/.test(text.slice(from, Math.min(at, from + 500))) };
  };
};

const userInfo: Shape['ends'] = (text) => (from) => {
  const user = USER.end(text, from);
  if (user === from || text[user] !== ':') return { at: user, is: false };
  const password = PASSWORD.end(text, user + 1);
  if (password > user + 1 && text[password] === '@') return { at: password, is: true };
  // What stopped it may be the slash of the next head, which begins with the colon before it.
  return { at: password - 1, is: false };
};

/** The rest of a text in JSON, without its quotation mark. */
const member: Shape['ends'] = (text) => (from) => {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return { at: Math.min(at, text.length), is: at > from };
};

/** Shapes of secrets that are recognised wherever they turn up in free text. */
const shapes: readonly Shape[] = [
  // Ory's prefixed keys and tokens
  { head: /\bory_(?:pat|apikey|wak|st|at|rt|ac|ot|lo)_/g, isWithin: true, ends: run(TOKEN, 6) },
  // API keys of Talos have any prefix, and end with a checksum; its macaroons are one long text.
  { head: /\b[A-Za-z0-9]{1,16}_v1_/g, isWithin: true, overlap: 20, ends: identified },
  { head: /\bmc_v1_/g, isWithin: true, ends: run(CREDENTIALS, 40) },
  // JSON Web Tokens
  { head: /\beyJ/g, isWithin: true, ends: jwt },
  {
    head: /\b(?:Bearer|Basic|Token)\s/gi,
    isWithin: false,
    overlap: 'Bearer'.length,
    ends: run(CREDENTIALS, 4),
  },
  // password hashes
  {
    head: /\$(?:2[abxy]|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]{0,40})\$/g,
    isWithin: true,
    ends: run(HASH, 1),
  },
  { head: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g, isWithin: true, ends: privateKey },
  // user:password in a URL
  { head: /:\/\//g, isWithin: false, ends: userInfo },
  // In a query, a form or behind a `#`.
  {
    head: /[?&#](?:token|code|access_token|refresh_token|id_token|id_token_hint|client_secret|password|session_token|logout_token|api_key|(?:login|consent|logout|device)_(?:challenge|verifier))=/gi,
    isWithin: false,
    ends: run(VALUE, 1),
  },
  {
    head: /"(?:client_secret|password|registration_access_token|session_token|access_token|refresh_token|id_token|recovery_code|hashed_password|d|p|q|dp|dq|qi|k)"\s{0,200}:\s{0,200}"/g,
    isWithin: false,
    ends: member,
  },
];

/** A text with something else in place of what has the shape of a secret. */
export function withoutShapes(text: string, instead: string): string {
  return shapes.reduce((at, shape) => without(at, shape, instead), text);
}

function without(text: string, { head, isWithin, overlap = 0, ends }: Shape, instead: string): string {
  let clean = '';
  let kept = 0;
  head.lastIndex = 0;
  const end = ends(text);
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const { at, is } = end(head.lastIndex);
    if (is) {
      clean += text.slice(kept, isWithin ? found.index : head.lastIndex) + instead;
      kept = at;
    }
    head.lastIndex = Math.max(at - overlap, head.lastIndex);
  }
  return kept === 0 ? text : clean + text.slice(kept);
}
