/** Names that hold a secret as a whole: tokens under another name, and addresses that carry one. */
const WHOLE: ReadonlySet<string> = new Set(
  `authorization ciphertext connection_uri dsn id_token_nonce jwk jwks logout_url otp passkey_login passkey_register
  passkey_settings_register pin pin_proof proxy_authorization recovery_link redirect_browser_to redirect_to salt signature
  tokenized totp_url verification_uri_complete webauthn_login webauthn_register`.split(/\s+/),
);

/** What a name of several words is about stands last: `client_secret`, but not `client_secret_expires_at`. */
const LAST: ReadonlySet<string> = new Set(
  'assertion challenge cookie jwt passphrase passwd password secret token verifier'.split(' '),
);

/** A code that opens something, by the word before; by itself it does, with a country before it doesn't. */
const CODE_OF: ReadonlySet<string> = new Set(
  `access auth authorization backup confirmation device exchange init login lookup mfa otp recovery registration reset
  security sms time to totp user verification`.split(/\s+/),
);

/** Likewise a key: the word before says whether it is to be kept. */
const KEY_OF: ReadonlySet<string> = new Set(
  'access api cipher encryption hmac master private raw secret shared signing'.split(' '),
);

/** Named like secrets: where a page begins, and the hash of a PKCE verifier, which travels in the open. */
const PUBLIC = /(?:^|_)page_token$|^code_challenge$/;

/** Longer names are no names of an API. */
const LONGEST = 100;
const MOST_KNOWN = 5000;
const known = new Map<string, boolean>();

/** Whether a member, a parameter, a field or a header of this name holds a secret, wherever it stands. */
export function isSecretName(name: string): boolean {
  let secret = known.get(name);
  if (secret === undefined) {
    secret = judge(name);
    if (known.size < MOST_KNOWN) known.set(name, secret);
  }
  return secret;
}

function judge(name: string): boolean {
  const words = name
    .slice(-LONGEST)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const whole = words.join('_');
  if (PUBLIC.test(whole)) return false;
  if (WHOLE.has(whole)) return true;
  const last = singular(words.at(-1) ?? '');
  const before = words.at(-2);
  if (LAST.has(last)) return true;
  if (last === 'code') return before === undefined || CODE_OF.has(before);
  if (last === 'key' || last === 'apikey')
    return last === 'apikey' || (before !== undefined && KEY_OF.has(before));
  if (last === 'hash') return before !== undefined && LAST.has(before);
  return last === 'value' && before === 'key' && words.at(-3) === 'api';
}

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);
