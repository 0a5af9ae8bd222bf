import { createPrivateKey, createPublicKey, type JsonWebKey, X509Certificate } from 'node:crypto';
import { malformed } from '../http/errors.ts';
import { isObject } from '../../json/values.ts';
import { inOrder, type Jwk, MEMBERS } from './jwk.ts';

/** All members but the one that is a list. */
const TEXTS = MEMBERS.filter((name) => name !== 'x5c');
const CURVES = ['P-256', 'P-384', 'P-521'];

/**
 * Reads a key set; one without `keys` is empty in its own way.
 * @throws HydraError 400 when a key in it cannot be read.
 */
export function decodeKeySet(body: Record<string, unknown>): { keys?: Jwk[] } {
  const { keys } = body;
  if (keys === undefined || keys === null) return {};
  if (!Array.isArray(keys)) throw malformed('Field keys must be a list of keys.');
  return { keys: keys.map(decodeKey) };
}

/**
 * Reads one key and proves that it is one: type and curve are known, and its numbers belong together.
 * @throws HydraError 400 when it cannot be read.
 */
export function decodeKey(value: unknown): Jwk {
  if (!isObject(value)) throw malformed('A key must be an object.');
  // Null is as good as absent.
  const key = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  const wrong = TEXTS.find((name) => key[name] !== undefined && typeof key[name] !== 'string');
  if (wrong !== undefined) throw malformed(`Member ${wrong} of a key must be a text.`);
  checkType(key);
  checkCertificates(key);
  return inOrder(complete(key));
}

function checkType(key: Record<string, unknown>): void {
  const { kty, crv, k } = key;
  if (kty === 'oct') {
    if (typeof k !== 'string' || k === '') throw malformed('A symmetric key needs its member k.');
  } else if (kty === 'EC') {
    if (!CURVES.includes(String(crv))) throw malformed('The curve of this key is not supported.');
  } else if (kty === 'OKP') {
    if (crv !== 'Ed25519') throw malformed('The curve of this key is not supported.');
  } else if (kty !== 'RSA') throw malformed('The type of this key is not known.');
}

/** Certificates have to be ones, and their digests as long as digests are. */
function checkCertificates({ x5c, x5t, 'x5t#S256': x5tS256 }: Record<string, unknown>): void {
  for (const [digest, bytes] of [
    [x5t, 20],
    [x5tS256, 32],
  ] as const)
    if (typeof digest === 'string' && Buffer.from(digest, 'base64url').length !== bytes)
      throw malformed('The digest of a certificate has the wrong length.');
  for (const one of Array.isArray(x5c) ? (x5c as unknown[]) : []) {
    try {
      new X509Certificate(Buffer.from(String(one), 'base64'));
    } catch {
      throw malformed('Member x5c holds something that is no certificate.');
    }
  }
}

/** The key with the numbers that follow from the others (an RSA key may come without `dp`, `dq`, `qi`). */
function complete(key: Record<string, unknown>): Record<string, unknown> {
  if (key.kty === 'oct') return key;
  try {
    const jwk = key as JsonWebKey;
    if (typeof key.d !== 'string' || key.d === '') {
      createPublicKey({ key: jwk, format: 'jwk' });
      return key;
    }
    const hasFactors = key.kty !== 'RSA' || ['dp', 'dq', 'qi'].every((name) => typeof key[name] === 'string');
    const read = createPrivateKey({ key: hasFactors ? jwk : { ...jwk, ...factors(key) }, format: 'jwk' });
    return { ...key, ...read.export({ format: 'jwk' }) };
  } catch {
    throw malformed('The numbers of this key do not make a key.');
  }
}

/** The Chinese-remainder members of an RSA key from its primes. */
function factors(key: Record<string, unknown>): Record<string, string> {
  const [d, p, q] = [key.d, key.p, key.q].map(number) as [bigint, bigint, bigint];
  return { dp: text(d % (p - 1n)), dq: text(d % (q - 1n)), qi: text(inverse(q, p)) };
}

function number(value: unknown): bigint {
  if (typeof value !== 'string' || value === '') throw new RangeError('a prime is missing');
  return BigInt(`0x${Buffer.from(value, 'base64url').toString('hex')}`);
}

function text(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex').toString('base64url');
}

/** The inverse of `value` modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return x < 0n ? x + modulus : x;
}
