import * as l10n from '@vscode/l10n';
import type {
  AcceptOAuth2ConsentRequest,
  AcceptOAuth2LoginRequest,
  OAuth2RedirectTo,
  RejectOAuth2Request,
} from '@ory/client';
import type { CallOptions, OryClient, Reply } from '../../../ory/client.ts';
import { OryError } from '../../../ory/errors.ts';
import {
  acceptOAuth2ConsentRequest,
  rejectOAuth2ConsentRequest,
} from '../../../ory/operations/consent-requests.ts';
import { acceptUserCodeRequest } from '../../../ory/operations/device.ts';
import {
  acceptOAuth2LoginRequest,
  rejectOAuth2LoginRequest,
} from '../../../ory/operations/login-requests.ts';
import {
  acceptOAuth2LogoutRequest,
  rejectOAuth2LogoutRequest,
} from '../../../ory/operations/logout-requests.ts';
import { cutOff, SHOWN_OF_NAME } from '../../../ory/shorten.ts';
import type { ChallengeRequest } from './request.ts';

export type Decision = 'accept' | 'reject';

/**
 * Accepts or rejects a request with a body that `bodyOf` made.
 * @returns where the browser goes next; undefined after a logout was rejected, which goes nowhere
 */
export async function answerRequest(
  client: OryClient,
  { kind, challenge }: Pick<ChallengeRequest, 'kind' | 'challenge'>,
  decision: Decision,
  body: Readonly<Record<string, unknown>>,
  call: CallOptions = {},
): Promise<URL | undefined> {
  const accepts = decision === 'accept';
  const reject = body as RejectOAuth2Request;
  switch (kind) {
    case 'login': {
      const of = { login_challenge: challenge };
      // The form has made sure of a subject.
      const accept = body as unknown as AcceptOAuth2LoginRequest;
      return next(
        accepts
          ? await client.call(acceptOAuth2LoginRequest, { ...of, body: accept }, call)
          : await client.call(rejectOAuth2LoginRequest, { ...of, body: reject }, call),
      );
    }
    case 'consent': {
      const of = { consent_challenge: challenge };
      const accept = body as AcceptOAuth2ConsentRequest;
      return next(
        accepts
          ? await client.call(acceptOAuth2ConsentRequest, { ...of, body: accept }, call)
          : await client.call(rejectOAuth2ConsentRequest, { ...of, body: reject }, call),
      );
    }
    case 'logout': {
      const of = { logout_challenge: challenge };
      if (accepts) return next(await client.call(acceptOAuth2LogoutRequest, of, call));
      await client.call(rejectOAuth2LogoutRequest, of, call);
      return undefined;
    }
    case 'device':
      return next(await client.call(acceptUserCodeRequest, { device_challenge: challenge, body }, call));
  }
}

/** @throws {OryError} `not-ory` where the answer leads nowhere */
function next({ data }: Reply<OAuth2RedirectTo>): URL {
  const { redirect_to: to } = data;
  if (URL.canParse(to)) return new URL(to);
  throw new OryError(
    'not-ory',
    l10n.t('The provider’s answer leads nowhere: “{0}”.', cutOff(to, SHOWN_OF_NAME)),
  );
}
