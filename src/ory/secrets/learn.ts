import { parseJson, toJson } from '../json/tree.ts';
import { type Operation, RawBody } from '../operations/operation.ts';
import { secretsIn } from './mask-secrets.ts';
import type { Redactor } from './redactor.ts';

type Learner = Pick<Redactor, 'learn'>;

/** Characters of a body that is looked through: larger ones are documents, whose secrets their editor learns. */
const LARGEST_BODY = 1024 * 1024;
/** Secrets of one body: an import has thousands, and each would be looked for in every text from then on. */
const MOST_SECRETS = 500;

/**
 * Learns what a request shows at the door.
 * @param authorization value of an `Authorization` header, with its scheme
 */
export function learnAuthorization(redactor: Learner, authorization: string | undefined): void {
  const [, scheme, credential] = /^(\S+) +(\S.*)$/s.exec(authorization ?? '') ?? [];
  if (!scheme || !credential) {
    if (authorization) redactor.learn(authorization);
    return;
  }
  redactor.learn(credential);
  if (scheme.toLowerCase() === 'basic')
    learnPair(redactor, Buffer.from(credential, 'base64').toString('utf8'));
}

/** Of `id:secret`, the secret, and both as `Basic` encodes them. */
function learnPair(redactor: Learner, pair: string): void {
  const at = pair.indexOf(':');
  if (at >= 0) redactor.learn(pair.slice(at + 1));
  redactor.learn(Buffer.from(pair, 'utf8').toString('base64'));
}

/** Learns the secrets of a request before it is sent: whatever comes back may hold them. */
export function learnRequest(
  redactor: Learner,
  { parameters, body: declared }: Pick<Operation, 'parameters' | 'body'>,
  values: Readonly<Record<string, unknown>>,
  body: unknown,
): void {
  for (const [name, { secret, scheme }] of Object.entries(parameters)) {
    const value = values[name];
    if (!secret || typeof value !== 'string') continue;
    redactor.learn(value);
    if (scheme === 'Basic') learnPair(redactor, value);
    if (name.toLowerCase() === 'cookie') learnCookies(redactor, value);
  }
  for (const secret of secretsOfBody(declared, body).slice(0, MOST_SECRETS)) redactor.learn(secret);
}

function learnCookies(redactor: Learner, header: string): void {
  for (const cookie of header.split(';')) redactor.learn(cookie.slice(cookie.indexOf('=') + 1).trim());
}

function secretsOfBody(declared: Operation['body'], body: unknown): readonly string[] {
  if (!declared || body === undefined) return [];
  const { fields, secrets } = declared;
  if (fields) {
    return Object.entries(body as Record<string, unknown>).flatMap(([name, value]) =>
      fields[name]?.secret && typeof value === 'string' ? [value] : [],
    );
  }
  if (declared.contentType !== 'application/json') return [];
  try {
    if (!(body instanceof RawBody)) return secretsIn(toJson(body), secrets);
    return body.text.length > LARGEST_BODY ? [] : secretsIn(parseJson(body.text), secrets);
  } catch {
    // What can't be read here is sent all the same: the server says what is wrong with it.
    return [];
  }
}
