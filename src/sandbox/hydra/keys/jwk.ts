/** A JSON Web Key with its members in the order in which the server writes them. */
export interface Jwk {
  readonly kty: string;
  readonly kid: string;
  readonly use?: string;
  readonly alg?: string;
  readonly [member: string]: unknown;
}

/** The members of a key that the server knows, in its order. */
export const MEMBERS = [
  'use',
  'kty',
  'kid',
  'crv',
  'alg',
  'k',
  'x',
  'y',
  'n',
  'e',
  'd',
  'p',
  'q',
  'dp',
  'dq',
  'qi',
  'x5c',
  'x5u',
  'x5t',
  'x5t#S256',
];
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/** The members in the server's order, empty ones left out (but for `kid` in the object's type). */
export function inOrder(members: Readonly<Record<string, unknown>>): Jwk {
  const present = MEMBERS.filter((name) => members[name] !== undefined && members[name] !== '');
  return Object.fromEntries(present.map((name) => [name, members[name]])) as unknown as Jwk;
}

/** The same key without its private members. */
export function publicPart(key: Jwk): Jwk {
  return inOrder(Object.fromEntries(Object.entries(key).filter(([name]) => !PRIVATE.includes(name))));
}

export const kidOf = (key: Jwk): string => (typeof key.kid === 'string' ? key.kid : '');
