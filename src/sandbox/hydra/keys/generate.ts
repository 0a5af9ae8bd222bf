import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { HydraError } from '../http/errors.ts';
import { inOrder, type Jwk } from './jwk.ts';

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const RSA_BITS = 4096;

/**
 * Makes a private key. RSA takes seconds, beside the event loop.
 * @throws HydraError 400 when the server makes no keys for this algorithm (symmetric ones, ES256K, unknown ones).
 */
export async function generateKey(wanted: { alg: string; use: string; kid: string }): Promise<Jwk> {
  if (!ALGORITHMS.includes(wanted.alg))
    throw new HydraError(400, 'Bad Request', 'No keys are made for this algorithm.');
  const { privateKey } = await generateKeyPair(wanted.alg, { extractable: true, modulusLength: RSA_BITS });
  return inOrder({
    ...(await exportJWK(privateKey)),
    alg: wanted.alg,
    use: wanted.use || 'sig',
    kid: wanted.kid || randomUUID(),
  });
}
