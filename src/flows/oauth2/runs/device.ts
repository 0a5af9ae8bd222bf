import * as l10n from '@vscode/l10n';
import type { DeviceAuthorizationResponse } from 'openid-client';
import type { RunContext } from '../context.ts';
import { OryError } from '../../../ory/errors.ts';
import { type Provider, textOf } from '../provider/provider.ts';
import { runFailure } from '../run-failure.ts';
import { type TokenSet, tokenSetOf } from '../tokens/token-set.ts';
import { type GrantRequest, grantParameters } from './grants.ts';

/** A device that waits for its user. */
export interface PendingDevice {
  /** What the user types in elsewhere. */
  readonly userCode: string;
  readonly verificationUri: string;
  /** The same page with the code filled in. */
  readonly completeUri?: string;
  readonly expiresAt: Date;
  /** Seconds between two questions of the device. */
  readonly interval: number;
  /** Asks until the user has decided, more slowly when the server says so; ends with the run's signal. */
  poll(): Promise<TokenSet>;
}

/** @throws {OryError} `refused`, where the server is too old to know devices */
export function assertDevices({ metadata }: Provider): void {
  if (!textOf(metadata, 'device_authorization_endpoint'))
    throw new OryError('refused', l10n.t('This server has no device flow: Hydra has it from 25.4 on'));
}

/**
 * Begins a device flow (RFC 8628).
 * @throws {OryError} `refused` by the server, or where it is too old to have the flow
 */
export async function beginDevice(
  context: RunContext,
  request: GrantRequest,
  now = new Date(),
): Promise<PendingDevice> {
  const oidc = await import('openid-client');
  const { config, provider, signal } = context;
  assertDevices(provider);
  let answer: DeviceAuthorizationResponse;
  try {
    answer = await oidc.initiateDeviceAuthorization(config, grantParameters(request));
  } catch (error) {
    throw runFailure(error, signal);
  }
  return {
    userCode: answer.user_code,
    verificationUri: answer.verification_uri,
    ...(answer.verification_uri_complete ? { completeUri: answer.verification_uri_complete } : {}),
    expiresAt: new Date(now.getTime() + answer.expires_in * 1000),
    interval: answer.interval ?? 5,
    poll: async () => {
      try {
        return tokenSetOf(await oidc.pollDeviceAuthorizationGrant(config, answer, undefined, { signal }));
      } catch (error) {
        throw runFailure(error, signal);
      }
    },
  };
}
