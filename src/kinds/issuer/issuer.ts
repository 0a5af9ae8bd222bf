import * as l10n from '@vscode/l10n';
import { printJson, toJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  deleteTrustedOAuth2JwtGrantIssuer,
  getTrustedOAuth2JwtGrantIssuer,
  trustOAuth2JwtGrantIssuer,
} from '../../ory/operations/trusted-issuers.ts';
import { hasMembers, textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { issuerListing } from './listing.ts';
import { undoIssuer } from './undo.ts';
import { FieldError } from '../save-error.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Trusted JWT grant issuers (Hydra): `GET`, `POST`, `DELETE /admin/trust/grants/jwt-bearer/issuers`. */
export const issuerKind: Kind = {
  id: 'issuers',
  noun: l10n.t('trusted issuer'),
  service: 'hydra-admin',
  view: 'keys',
  listings: [issuerListing],
  inOperations: {
    homes: [{ path: /^\/admin\/trust\/grants\/jwt-bearer\/issuers\/\{id\}/, parameter: 'id' }],
    services: ['hydra-admin'],
    recognise(node) {
      const id = hasMembers(node, 'issuer', 'public_key') ? textAt(node, 'id') : undefined;
      return id ? { id, node } : undefined;
    },
  },
  schema: { document: 'TrustedOAuth2JwtGrantIssuer', created: 'TrustOAuth2JwtGrantIssuer' },
  consolePage: '/oauth',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getTrustedOAuth2JwtGrantIssuer, { id }, call)).text;
  },
  // A tab reads better without the scheme, which all have.
  nameOf: (document, id) => textAt(document, 'issuer')?.replace(/^https?:\/\//, '') ?? id,
  // Its public key is asked for; somebody may give the whole.
  secrets: trustOAuth2JwtGrantIssuer.body?.secrets ?? [],
  volatile: [],
  readOnlyReason: l10n.t('Ory can’t change a trusted issuer: delete it and trust it again.'),
  creating: {
    template: () =>
      Promise.resolve(
        toJson({
          issuer: 'https://issuer.example.com',
          subject: '',
          allow_any_subject: false,
          scope: ['openid'],
          expires_at: new Date(Date.now() + YEAR_MS).toISOString(),
          jwk: { kid: '', kty: 'RSA', alg: 'RS256', use: 'sig', n: '', e: 'AQAB' },
        }),
      ),
    async create(client, document, call) {
      if (document.kind === 'object' && textAt(document, 'jwk', 'd')) {
        throw new FieldError('/jwk/d', l10n.t('This is the private key: only its public part belongs here.'));
      }
      const { data } = await client.call(
        trustOAuth2JwtGrantIssuer,
        { body: new RawBody(printJson(document)) },
        call,
      );
      return { id: data.id ?? '' };
    },
  },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteTrustedOAuth2JwtGrantIssuer, { id }, call);
    },
    consequence: l10n.t('Assertions are refused from then on; tokens that were issued stay valid.'),
    undo: undoIssuer,
  },
};
