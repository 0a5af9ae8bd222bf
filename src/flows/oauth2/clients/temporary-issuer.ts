import type { TrustOAuth2JwtGrantIssuer } from '@ory/client';
import type { JWK } from 'jose';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { hasStatus } from '../../../ory/errors.ts';
import {
  deleteTrustedOAuth2JwtGrantIssuer,
  getTrustedOAuth2JwtGrantIssuer,
  listTrustedOAuth2JwtGrantIssuers,
  trustOAuth2JwtGrantIssuer,
} from '../../../ory/operations/trusted-issuers.ts';
import { newKeys, type TemporaryRecord, type TemporaryRecords } from './temporary.ts';

/** Milliseconds that the server trusts a temporary issuer, should nobody remove it. */
const TRUSTED_MS = 3_600_000;

export interface TemporaryIssuer {
  readonly issuer: string;
  readonly key: JWK;
}

const nameOf = (marker: string): string => `https://${marker}.invalid/`;

/** Has the server trust an issuer whose key exists in this process only. */
export async function createTemporaryIssuer(
  client: OryClient,
  { subject, scope }: { readonly subject: string; readonly scope: readonly string[] },
  record: Omit<TemporaryRecord, 'what' | 'id'>,
  records: TemporaryRecords,
  call: CallOptions = {},
): Promise<TemporaryIssuer> {
  const { marker } = record;
  await records.put({ ...record, what: 'issuer' });
  const { publicKey, privateKey } = await newKeys(marker);
  const body: TrustOAuth2JwtGrantIssuer = {
    issuer: nameOf(marker),
    subject,
    scope: [...scope],
    expires_at: new Date(record.at + TRUSTED_MS).toISOString(),
    jwk: publicKey as unknown as TrustOAuth2JwtGrantIssuer['jwk'],
  };
  const { data } = await client.call(trustOAuth2JwtGrantIssuer, { body }, call);
  await records.put({ ...record, what: 'issuer', ...(data.id ? { id: data.id } : {}) });
  return { issuer: nameOf(marker), key: privateKey };
}

/**
 * Removes the issuer of a record, if it still has the name that it was given.
 * @returns whether its id is known: by the record, or by its name
 */
export async function removeTemporaryIssuer(
  client: OryClient,
  { id, marker }: TemporaryRecord,
  call: CallOptions = {},
): Promise<boolean> {
  const ids = id ? [id] : await idsByName(client, marker, call);
  for (const one of ids) {
    try {
      const { data } = await client.call(getTrustedOAuth2JwtGrantIssuer, { id: one }, call);
      if (data.issuer === nameOf(marker))
        await client.call(
          deleteTrustedOAuth2JwtGrantIssuer,
          { id: one },
          { ...call, write: { unkept: true } },
        );
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
  }
  return ids.length > 0;
}

async function idsByName(client: OryClient, marker: string, call: CallOptions): Promise<string[]> {
  const issuer = nameOf(marker);
  const { data } = await client.call(listTrustedOAuth2JwtGrantIssuers, { issuer }, call);
  return data.filter((one) => one.issuer === issuer).flatMap(({ id }) => id ?? []);
}
