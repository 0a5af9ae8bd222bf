import { createHmac, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET_BYTES = 20;
const STEP_MS = 30_000;

/** The address that an authenticator app is set up with. */
export function newTotpUrl(issuer: string, account: string): string {
  const secret = base32(randomBytes(SECRET_BYTES));
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ algorithm: 'SHA1', digits: '6', issuer, period: '30', secret });
  return `otpauth://totp/${label}?${query.toString()}`;
}

/** The secret in such an address, undefined when it has none. */
export function secretOf(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return new URL(url).searchParams.get('secret') ?? undefined;
}

/** The code that the app shows at that moment. */
export const totpAt = (secret: string, at: Date): string =>
  codeOf(secret, Math.floor(at.getTime() / STEP_MS));

/** True for the code of that moment, and for the one before and after it: clocks differ. */
export function totpFits(secret: string, code: string, at: Date): boolean {
  const step = Math.floor(at.getTime() / STEP_MS);
  return [step - 1, step, step + 1].some((one) => codeOf(secret, one) === code.trim());
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(parseInt(five, 2))).join('');
}

function fromBase32(text: string): Buffer {
  const letters = Array.from(text.toUpperCase()).filter((letter) => ALPHABET.includes(letter));
  const bits = letters.map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
