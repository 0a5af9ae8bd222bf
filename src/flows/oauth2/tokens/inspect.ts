import * as l10n from '@vscode/l10n';
import type { IntrospectedOAuth2Token } from '@ory/client';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { introspectOAuth2Token } from '../../../ory/operations/tokens.ts';
import { OryError } from '../../../ory/errors.ts';
import { discoverOidcConfiguration, discoverJsonWebKeys } from '../../../ory/operations/discovery.ts';
import type { Redactor } from '../../../ory/secrets/redactor.ts';
import { type DecodedToken, decodeToken } from './decode.ts';
import { type Verdict, verifyJwt } from './verify.ts';

/** What is known of a token. Nothing in it is the token itself but `token.raw`. */
export interface Inspection {
  readonly token: DecodedToken;
  /** What kind of token it is, as far as it shows: "JWT access token". */
  readonly kind: string;
  /** Of a JWT only. */
  readonly verdict?: Verdict;
  /** What the server says of it; undefined where it could not be asked. */
  readonly introspection?: IntrospectedOAuth2Token;
  /** Why the server could not be asked, or its keys not be read. */
  readonly notAsked: readonly string[];
}

/**
 * Takes a token apart, checks what can be checked here, and asks the server whether it is good
 * (`POST /admin/oauth2/introspect`). An ID token is not introspected: Hydra knows access and refresh tokens only.
 */
export async function inspectToken(
  text: string,
  client: OryClient,
  redactor: Redactor,
  call: CallOptions & { readonly now?: Date } = {},
): Promise<Inspection> {
  const token = await decodeToken(text);
  redactor.learn(token.raw);
  const kind = kindOfToken(token);
  const notAsked: string[] = [];
  const orNote = async <T>(what: string, ask: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof OryError) || error.kind === 'cancelled') throw error;
      notAsked.push(`${what}: ${redactor.text(error.message)}`);
      return undefined;
    }
  };
  const verdict =
    token.form === 'jwt'
      ? await orNote(l10n.t('The provider’s keys could not be read'), async () => {
          const { data } = await client.call(discoverJsonWebKeys, {}, call);
          const { issuer } = (await client.call(discoverOidcConfiguration, {}, call)).data;
          const keys = (data.keys ?? []) as unknown as Parameters<typeof verifyJwt>[1]['keys'];
          return verifyJwt(token, { keys, issuer, now: call.now ?? new Date() });
        })
      : undefined;
  const introspection =
    kind.introspected && token.form !== 'jwe'
      ? await orNote(
          l10n.t('The server could not be asked'),
          async () => (await client.call(introspectOAuth2Token, { body: { token: token.raw } }, call)).data,
        )
      : undefined;
  return {
    token,
    kind: kind.name,
    notAsked,
    ...(verdict ? { verdict } : {}),
    ...(introspection ? { introspection } : {}),
  };
}

interface TokenKind {
  readonly name: string;
  /** Whether Hydra can be asked about it. */
  readonly introspected: boolean;
}

/** Ory's prefixes tell what an opaque token is. */
const PREFIXES: readonly (readonly [string, string, boolean])[] = [
  ['ory_at_', l10n.t('Access token'), true],
  ['ory_rt_', l10n.t('Refresh token'), true],
  ['ory_ac_', l10n.t('Authorization code, which is exchanged for tokens once'), false],
  ['ory_dc_', l10n.t('Device code, which a device polls with'), false],
  ['ory_st_', l10n.t('Kratos session token, which whoami takes'), false],
  ['ory_lo_', l10n.t('Kratos logout token'), false],
  ['ory_pat_', l10n.t('Project API key'), false],
  ['ory_apikey_', l10n.t('Project API key'), false],
  ['ory_wak_', l10n.t('Workspace API key'), false],
];

export function kindOfToken(token: DecodedToken): TokenKind {
  if (token.form === 'jwe') return { name: l10n.t('Encrypted token (JWE)'), introspected: false };
  if (token.form === 'opaque') {
    const found = PREFIXES.find(([prefix]) => token.raw.startsWith(prefix));
    return found
      ? { name: found[1], introspected: found[2] }
      : { name: l10n.t('Opaque token'), introspected: true };
  }
  const { header, claims } = token;
  if (header.typ === 'logout+jwt' || isObject(claims.events))
    return { name: l10n.t('Logout token (JWT)'), introspected: false };
  const ofAccess = 'scp' in claims || 'scope' in claims || 'client_id' in claims || header.typ === 'at+jwt';
  if (ofAccess) return { name: l10n.t('JWT access token'), introspected: true };
  return 'at_hash' in claims || 'nonce' in claims || 'auth_time' in claims || 'sid' in claims
    ? { name: l10n.t('ID token (JWT)'), introspected: false }
    : { name: l10n.t('JSON Web Token'), introspected: true };
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether a token is good, and why not, in words; undefined where nobody could say. */
export function verdictOf(
  inspection: Inspection,
): { readonly good: boolean; readonly words: string } | undefined {
  const { verdict, introspection, token } = inspection;
  if (verdict && !verdict.ok) return { good: false, words: verdict.problems.join(' ') };
  if (introspection?.active === true)
    return { good: true, words: l10n.t('The server says that it is active.') };
  if (introspection) return { good: false, words: inactiveWords(token) };
  return verdict
    ? { good: true, words: l10n.t('{0} It has not expired.', verdict.signatureWords) }
    : undefined;
}

/** The server does not say why, so what can be the reason is named. */
function inactiveWords(token: DecodedToken): string {
  const refresh = token.form === 'opaque' && token.raw.startsWith('ory_rt_');
  const reasons = refresh
    ? l10n.t(
        'it was used already (each refresh gives a new one), it expired or was revoked, or another server issued it',
      )
    : l10n.t(
        'it expired, it or its consent was revoked, its client was deleted, or another server issued it',
      );
  return l10n.t('The server says that it is not active, and not why: {0}.', reasons);
}
