import * as l10n from '@vscode/l10n';
import type { JWK, JWSHeaderParameters } from 'jose';
import type { DecodedToken } from './decode.ts';
import { dateOf, valueText, whenWords } from './claim-words.ts';
import { wordsOfError } from '../../../ory/words-of-error.ts';

export type Signature = 'good' | 'wrong' | 'unknown-key' | 'none' | 'unsupported' | 'no-keys';

/** What the check of a JWT came to: its signature, and in words everything that speaks against it. */
export interface Verdict {
  readonly ok: boolean;
  readonly signature: Signature;
  /** What was checked, or why it could not be: a sentence. */
  readonly signatureWords: string;
  /** Id of the key that the signature fits. */
  readonly kid?: string;
  /** Why the token is not to be trusted, each a sentence. */
  readonly problems: readonly string[];
}

export interface Expected {
  /** The provider's public keys. */
  readonly keys: readonly JWK[];
  readonly issuer?: string;
  readonly now: Date;
}

type Jwt = Extract<DecodedToken, { form: 'jwt' }>;

/** Checks a JWT's signature against the provider's keys, and its times and issuer. */
export async function verifyJwt(token: Jwt, expected: Expected): Promise<Verdict> {
  const signed = await checkSignature(token, expected.keys);
  const problems = [
    ...(signed.signature === 'good' ? [] : [signed.signatureWords]),
    ...timeProblems(token.claims, expected.now),
    ...issuerProblems(token.claims, expected.issuer),
  ];
  return { ...signed, ok: problems.length === 0, problems };
}

type Signed = Pick<Verdict, 'signature' | 'signatureWords' | 'kid'>;

async function checkSignature({ raw, header }: Jwt, keys: readonly JWK[]): Promise<Signed> {
  const alg = typeof header.alg === 'string' ? header.alg : '';
  if (alg === '' || alg.toLowerCase() === 'none')
    return {
      signature: 'none',
      signatureWords: l10n.t('It is not signed (alg none): anybody could have written it.'),
    };
  if (/^HS\d+$/.test(alg))
    return {
      signature: 'unsupported',
      signatureWords: l10n.t(
        'It is signed with a shared secret ({0}), which the provider’s public keys can’t check.',
        alg,
      ),
    };
  if (keys.length === 0)
    return {
      signature: 'no-keys',
      signatureWords: l10n.t('The signature was not checked: the provider publishes no keys.'),
    };
  return tryKeys(raw, { ...header, alg }, keys);
}

async function tryKeys(raw: string, header: JWSHeaderParameters, keys: readonly JWK[]): Promise<Signed> {
  const { compactVerify, createLocalJWKSet, errors } = await import('jose');
  const find = createLocalJWKSet({ keys: [...keys] });
  const alg = header.alg ?? '';
  let candidates: AsyncIterable<Parameters<typeof compactVerify>[1]>;
  try {
    const { protectedHeader } = await compactVerify(raw, find);
    return good(alg, protectedHeader.kid ?? onlyKid(keys));
  } catch (error) {
    if (error instanceof errors.JWKSMultipleMatchingKeys) candidates = error;
    else if (error instanceof errors.JWKSNoMatchingKey) return unknownKey(header, keys);
    else if (error instanceof errors.JWSSignatureVerificationFailed)
      return {
        signature: 'wrong',
        signatureWords: l10n.t(
          'The signature does not fit the provider’s key{0}: it was changed, or signed by somebody else.',
          header.kid ? ` ${header.kid}` : '',
        ),
      };
    else
      return {
        signature: 'unsupported',
        signatureWords: l10n.t('The signature can’t be checked: {0}.', wordsOfError(error)),
      };
  }
  for await (const key of candidates) {
    const fits = await compactVerify(raw, key).then(
      () => true,
      () => false,
    );
    if (fits) return good(alg, undefined);
  }
  return { signature: 'wrong', signatureWords: l10n.t('The signature fits none of the provider’s keys.') };
}

const good = (alg: string, kid: string | undefined): Signed => ({
  signature: 'good',
  signatureWords: l10n.t('The signature ({0}) fits the provider’s key{1}.', alg, kid ? ` ${kid}` : ''),
  ...(kid ? { kid } : {}),
});

const onlyKid = (keys: readonly JWK[]): string | undefined => (keys.length === 1 ? keys[0]?.kid : undefined);

function unknownKey({ kid, alg = '' }: JWSHeaderParameters, keys: readonly JWK[]): Signed {
  const same = kid ? keys.find((key) => key.kid === kid) : undefined;
  return {
    signature: 'unknown-key',
    signatureWords: same
      ? l10n.t('The provider’s key {0} is not one for {1}.', kid ?? '', alg)
      : l10n.t(
          'It was signed with {0}, which the provider does not publish: it is another server’s, or the key was removed.',
          kid ? `the key ${kid}` : 'a key without an id',
        ),
  };
}

function timeProblems({ exp, nbf, iat }: Jwt['claims'], now: Date): string[] {
  const [expires, from, issued] = [dateOf(exp), dateOf(nbf), dateOf(iat)];
  const problems: string[] = [];
  if (expires && expires <= now) problems.push(l10n.t('It expired {0}.', whenWords(expires, now)));
  if (from && from > now) problems.push(l10n.t('It is good only from {0}.', whenWords(from, now)));
  if (issued && issued.getTime() > now.getTime() + LEEWAY_MS)
    problems.push(l10n.t('It says that it was issued {0}: a clock is wrong.', whenWords(issued, now)));
  return problems;
}

/** Clocks of two machines differ. */
const LEEWAY_MS = 60_000;

function issuerProblems({ iss }: Jwt['claims'], issuer: string | undefined): string[] {
  if (issuer === undefined || iss === undefined || iss === issuer) return [];
  return [l10n.t('It was issued by {0}, not by {1}.', valueText(iss), issuer)];
}
