import { randomFor } from '../../seed/random.ts';
import type { HydraContext } from '../context.ts';
import { inOrder, type Jwk } from '../keys/jwk.ts';
import type { TrustedIssuer } from '../issuers/store.ts';

const NAME = 'https://idp.partner.example';

/** The public half of a key whose private half nobody has kept. */
const KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'wVOUH-5F1KxuvwCqkZl20Dmj-YUC_ArmMfpmpYp7hjw',
  y: 'nF4o5NdZfxUHxsXiLsCfLfTH9uKmQJcSK4GH5dx4lXQ',
  kid: 'partner-2026',
  use: 'sig',
  alg: 'ES256',
};

/** A partner whose assertions are accepted for any subject. */
export function believableIssuer(context: HydraContext, seed: number): { issuer: TrustedIssuer; key: Jwk } {
  const year = new Date(context.stamps.milliseconds()).getUTCFullYear();
  const issuer: TrustedIssuer = {
    id: randomFor(seed, 'hydra issuer').uuid(),
    issuer: NAME,
    subject: '',
    allow_any_subject: true,
    scope: ['partners.read', 'partners.write'],
    public_key: { set: NAME, kid: KEY.kid },
    created_at: context.stamps.rounded(),
    expires_at: `${year + 3}-01-01T00:00:00Z`,
  };
  return { issuer, key: inOrder(KEY) };
}
