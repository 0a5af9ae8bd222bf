import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { hasStatus, OryError } from '../../../ory/errors.ts';
import { isNoRoute } from '../../../ory/no-route.ts';
import { getOAuth2ConsentRequest } from '../../../ory/operations/consent-requests.ts';
import { getOAuth2LoginRequest } from '../../../ory/operations/login-requests.ts';
import { getOAuth2LogoutRequest } from '../../../ory/operations/logout-requests.ts';
import type { ChallengeKind, ParsedChallenge } from './parse.ts';

/** A request that waits for a decision; whoever holds its challenge can decide it. */
export interface ChallengeRequest {
  readonly kind: ChallengeKind;
  readonly challenge: string;
  readonly client: OAuth2Client | undefined;
  /** What was asked for; the device's client is not known before its code is accepted. */
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  readonly subject: string;
  /** The user need not be asked: the browser is remembered. */
  readonly skip: boolean;
  /** Everything that the server said, for whoever wants to see it. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly userCode?: string;
}

/**
 * Reads the request that a challenge stands for.
 * @throws {OryError} 404 for a challenge of another kind, server or time; 410 for one that was answered (Hydra 2.0)
 */
export async function readRequest(
  client: OryClient,
  kind: ChallengeKind,
  challenge: string,
  call: CallOptions = {},
): Promise<ChallengeRequest> {
  switch (kind) {
    case 'login': {
      const { data } = await client.call(getOAuth2LoginRequest, { login_challenge: challenge }, call);
      return {
        ...common(kind, challenge, data),
        scope: data.requested_scope ?? [],
        audience: data.requested_access_token_audience ?? [],
        subject: data.subject,
        skip: data.skip,
      };
    }
    case 'consent': {
      const { data } = await client.call(getOAuth2ConsentRequest, { consent_challenge: challenge }, call);
      return {
        ...common(kind, challenge, data),
        scope: data.requested_scope ?? [],
        audience: data.requested_access_token_audience ?? [],
        subject: data.subject ?? '',
        skip: data.skip ?? false,
      };
    }
    case 'logout': {
      const { data } = await client.call(getOAuth2LogoutRequest, { logout_challenge: challenge }, call);
      return { ...common(kind, challenge, data), subject: data.subject ?? '' };
    }
    case 'device':
      // The API has nothing to read a device's request with.
      return common(kind, challenge, {});
  }
}

const common = (
  kind: ChallengeKind,
  challenge: string,
  raw: { readonly client?: OAuth2Client },
): ChallengeRequest => ({
  kind,
  challenge,
  client: raw.client,
  scope: [],
  audience: [],
  subject: '',
  skip: false,
  raw: { ...raw },
});

/**
 * Reads the request of a challenge; for a bare one it finds out which kind it is by asking for each, which changes nothing.
 * @throws {OryError} saying so where the server knows no such request
 */
export async function findRequest(
  client: OryClient,
  { kind, challenge, userCode }: ParsedChallenge,
  call: CallOptions = {},
): Promise<ChallengeRequest> {
  for (const guess of kind ? [kind] : (['login', 'consent', 'logout'] as const)) {
    try {
      const request = await readRequest(client, guess, challenge, call);
      return userCode ? { ...request, userCode } : request;
    } catch (error) {
      // Hydra answers 400 to what it can't open: a challenge of another kind or server.
      if (isNoRoute(error) || !hasStatus(error, 400, 404)) throw error;
    }
  }
  throw new OryError(
    'refused',
    l10n.t(
      'No {0} request has this challenge: it is of another server, was answered, or came too late',
      kind ?? 'login, consent or logout',
    ),
    { service: 'hydra-admin' },
  );
}
