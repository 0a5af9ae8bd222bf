import { grantTypesOf } from '../clients/model.ts';
import { HydraError, invalidGrant } from '../http/errors.ts';
import type { Grant } from './grant.ts';
import { mintUserTokens } from './user-tokens.ts';

export const DEVICE_CODE = 'urn:ietf:params:oauth:grant-type:device_code';

/** A device asks whether its user has agreed, and gets its tokens once. A denial is never told: it just waits on. */
export const deviceCode: Grant = async (context, client, form) => {
  if (!grantTypesOf(client).includes(DEVICE_CODE))
    throw new HydraError(400, 'unauthorized_client', 'This client may not use the device flow.');
  const { devices } = context.state;
  const device = devices.find(form.get('device_code') ?? '');
  if (device === undefined || device.collected)
    throw invalidGrant('The device code is not known, or was used before.');
  if (device.expiresAt < context.stamps.seconds())
    throw new HydraError(400, 'expired_token', 'The device code has expired.');
  if (device.granted === undefined)
    throw new HydraError(400, 'authorization_pending', 'The user has not agreed yet.');
  if (device.clientId !== client.id) throw invalidGrant('The device code belongs to another client.');
  devices.collect(device);
  return mintUserTokens(context, { ...device.granted, client }, 'device_authorization');
};
