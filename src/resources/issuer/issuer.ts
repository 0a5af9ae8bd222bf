import type { TrustedOAuth2JwtGrantIssuer } from '@ory/client';
import { printJson, toJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  deleteTrustedOAuth2JwtGrantIssuer,
  getTrustedOAuth2JwtGrantIssuer,
  trustOAuth2JwtGrantIssuer,
} from '../../ory/operations/trusted-issuers.ts';
import { textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { undoIssuer } from './undo.ts';
import { facts, type Row, whenFact } from '../row.ts';
import { FieldError } from '../save-error.ts';

/** A trusted issuer in a list: its URL, whom it may speak for, until when. */
export function issuerRow(issuer: TrustedOAuth2JwtGrantIssuer, now = new Date()): Row {
  const expired = issuer.expires_at !== undefined && Date.parse(issuer.expires_at) < now.getTime();
  return {
    id: issuer.id ?? '',
    label: issuer.issuer ?? issuer.id ?? '',
    description: [issuer.allow_any_subject ? 'any subject' : (issuer.subject ?? ''), expired ? 'expired' : '']
      .filter(Boolean)
      .join(' · '),
    icon: 'verified',
    dimmed: expired,
    facts: () =>
      facts(
        ['Id', issuer.id],
        ['Issuer', issuer.issuer],
        ['Subject', issuer.allow_any_subject ? 'any' : issuer.subject],
        ['Scopes', issuer.scope?.join(' ')],
        ['Key', [issuer.public_key?.set, issuer.public_key?.kid].filter(Boolean).join(' / ')],
        ['Expires', whenFact(issuer.expires_at)],
        ['Created', whenFact(issuer.created_at)],
      ),
  };
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Trusted JWT grant issuers (Hydra): `GET`, `POST`, `DELETE /admin/trust/grants/jwt-bearer/issuers`. */
export const issuerKind: Kind = {
  id: 'issuers',
  noun: 'trusted issuer',
  service: 'hydra-admin',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getTrustedOAuth2JwtGrantIssuer, { id }, call)).text;
  },
  // A tab reads better without the scheme, which all have.
  nameOf: (document, id) => textAt(document, 'issuer')?.replace(/^https?:\/\//, '') ?? id,
  // Its public key is asked for; somebody may give the whole.
  secrets: trustOAuth2JwtGrantIssuer.body?.secrets ?? [],
  volatile: [],
  readOnlyReason: 'Ory can’t change a trusted issuer: delete it and trust it again.',
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
        throw new FieldError('/jwk/d', 'This is the private key: only its public part belongs here.');
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
    consequence: 'Assertions are refused from then on; tokens that were issued stay valid.',
    undo: undoIssuer,
  },
};
