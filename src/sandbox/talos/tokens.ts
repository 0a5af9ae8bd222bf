import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  verify,
  type JsonWebKey,
} from 'node:crypto';
import { readJson } from '../json/read.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import { writeJson } from '../json/write.ts';
import type { TalosContext } from './context.ts';
import { same } from './secrets.ts';

const encode = (value: unknown): string => Buffer.from(writeJson(value)).toString('base64url');

/** The key that tokens are signed with, private members included. */
function signingKey({ state }: TalosContext): JsonObject {
  state.signingKey ??= {
    ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JsonObject),
    kid: randomUUID(),
    use: 'sig',
    alg: 'EdDSA',
  };
  return state.signingKey;
}

/** The public part of it, for whoever verifies tokens. */
export function publicKey(context: TalosContext): JsonObject {
  return Object.fromEntries(Object.entries(signingKey(context)).filter(([name]) => name !== 'd'));
}

const keyObject = (context: TalosContext) =>
  createPrivateKey({ key: signingKey(context) as JsonWebKey, format: 'jwk' });

/** A signed JWT of the claims. */
export function signJwt(context: TalosContext, claims: JsonObject): string {
  const head = encode({ alg: 'EdDSA', kid: signingKey(context).kid, typ: 'JWT' });
  const payload = `${head}.${encode(claims)}`;
  return `${payload}.${sign(null, Buffer.from(payload), keyObject(context)).toString('base64url')}`;
}

/** A token that only who has the HMAC key can check. */
export function signMacaroon({ state }: TalosContext, claims: JsonObject): string {
  const payload = encode(claims);
  return `mc_v1_${Buffer.from(`${payload}.${sealOf(state.hmac, payload)}`).toString('base64url')}`;
}

const sealOf = (hmac: string, payload: string): string =>
  createHmac('sha256', Buffer.from(hmac, 'hex')).update(`macaroon:${payload}`).digest('base64url');

/** The claims of a token; undefined where its signature is not ours. */
export function claimsOf(context: TalosContext, token: string): JsonObject | undefined {
  if (token.startsWith('mc_v1_')) {
    const [payload = '', seal = ''] = Buffer.from(token.slice('mc_v1_'.length), 'base64url')
      .toString('utf8')
      .split('.');
    return same(sealOf(context.state.hmac, payload), seal) ? read(payload) : undefined;
  }
  const [head = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${head}.${payload}`);
  const fits = verify(null, signed, keyObject(context), Buffer.from(signature, 'base64url'));
  return fits ? read(payload) : undefined;
}

function read(payload: string): JsonObject | undefined {
  const claims = readJson(Buffer.from(payload, 'base64url').toString('utf8'));
  return isObject(claims) ? claims : undefined;
}
