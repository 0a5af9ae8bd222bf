import { asciiWord, COMPANIES, person } from '../../seed/names.ts';
import type { Random } from '../../seed/random.ts';
import type { ClientData } from '../clients/model.ts';
import { JWT_BEARER } from '../tokens/jwt-bearer.ts';

interface Maker {
  readonly id: string;
  readonly names: readonly string[];
  readonly make: (company: string, slug: string, random: Random) => ClientData;
}

const TEAMS = ['checkout', 'growth', 'identity', 'mobile', 'operations', 'platform', 'support'];
const CODE = ['authorization_code', 'refresh_token'];

/** The kinds of programs that a company registers, each with a believable configuration. */
const MAKERS: readonly Maker[] = [
  {
    id: 'web-shop',
    names: ['Web Shop', 'Customer Portal', 'Storefront', 'Booking Desk'],
    make: (_company, slug) => ({
      grant_types: CODE,
      response_types: ['code'],
      scope: 'openid offline_access profile email orders.read orders.write',
      redirect_uris: [`https://shop.${slug}.example/oauth/callback`],
      post_logout_redirect_uris: [`https://shop.${slug}.example/signed-out`],
      backchannel_logout_uri: `https://shop.${slug}.example/oauth/logout`,
      allowed_cors_origins: [`https://shop.${slug}.example`],
      audience: [`https://api.${slug}.example`],
      client_uri: `https://shop.${slug}.example`,
      policy_uri: `https://${slug}.example/privacy`,
      tos_uri: `https://${slug}.example/terms`,
    }),
  },
  {
    id: 'mobile-app',
    names: ['Mobile App', 'Companion App', 'Tablet Kiosk'],
    make: (_company, slug) => ({
      token_endpoint_auth_method: 'none',
      grant_types: CODE,
      response_types: ['code'],
      scope: 'openid offline_access profile',
      redirect_uris: [`com.${slug}.app:/callback`, `https://app.${slug}.example/callback`],
    }),
  },
  {
    id: 'cli',
    names: ['CLI', 'Developer Tools', 'Terminal Client'],
    make: () => ({
      token_endpoint_auth_method: 'none',
      grant_types: [...CODE, 'urn:ietf:params:oauth:grant-type:device_code'],
      response_types: ['code'],
      scope: 'openid offline_access projects.*',
      redirect_uris: ['http://127.0.0.1:8976/callback'],
    }),
  },
  {
    id: 'reporting-job',
    names: ['Nightly Reports', 'Invoice Export', 'Stock Sync', 'Search Indexer'],
    make: (_company, slug, random) => ({
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      scope: random.pick(['orders.read', 'orders.read invoices.write', 'stock.*', 'search.index']),
      audience: [`https://api.${slug}.example`],
      client_credentials_grant_access_token_lifespan: '30m0s',
      access_token_strategy: random.chance(0.3) ? 'jwt' : '',
    }),
  },
  {
    id: 'back-office',
    names: ['Back Office', 'Support Console', 'Admin Panel'],
    make: (_company, slug) => ({
      grant_types: CODE,
      response_types: ['code', 'code id_token'],
      scope: 'openid offline_access profile email admin.*',
      redirect_uris: [`https://office.${slug}.example/signin-oidc`],
      skip_consent: true,
      subject_type: 'public',
      authorization_code_grant_access_token_lifespan: '15m0s',
    }),
  },
  {
    id: 'partner-gateway',
    names: ['Partner Gateway', 'Payment Bridge', 'Carrier Connector'],
    make: () => ({
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials', JWT_BEARER],
      scope: 'partners.read partners.write',
    }),
  },
];

/**
 * One believable client. The first of each kind has an id that can be remembered (`web-shop`, `cli`, …).
 * @param at its number, from 0
 */
export function believableClient(random: Random, at: number): { data: ClientData; ageInDays: number } {
  const maker = MAKERS[at % MAKERS.length];
  if (maker === undefined) throw new RangeError('there are no kinds of clients');
  const { id, names, make } = maker;
  const company = random.pick(COMPANIES);
  const slug = asciiWord(company);
  const owner = person(random);
  const data: ClientData = {
    ...(at < MAKERS.length ? { client_id: id } : {}),
    client_name: `${company} ${random.pick(names)}`,
    owner: `${asciiWord(company)}-${random.pick(TEAMS)}`,
    contacts: [`${asciiWord(owner.first)}.${asciiWord(owner.last)}@${slug}.example`],
    logo_uri: `https://cdn.${slug}.example/logo.png`,
    metadata: {
      team: random.pick(TEAMS),
      tier: random.pick(['bronze', 'silver', 'gold']),
      costCenter: 1000 + random.int(9000),
    },
    ...make(company, slug, random),
  };
  return { data, ageInDays: 1 + random.int(900) };
}
