import type { KratosContext } from '../context.ts';
import { badRequest } from '../http/errors.ts';
import { asUuid, NIL_UUID } from '../http/uuid.ts';
import { CREDENTIAL_TYPES } from './model.ts';

const MAXIMUM_IDS = 500;

export interface Filtered {
  /** Matching ids above `after`, ascending. */
  readonly ids: (after: string) => Iterable<string>;
  readonly withCredentials: boolean;
}

/** The filter of an identity list, undefined when there is none. Two at once are refused, as are bad values (400). */
export function filterIdentities(kratos: KratosContext, query: URLSearchParams): Filtered | undefined {
  const ids = query.getAll('ids');
  const identifier = query.get('credentials_identifier') ?? '';
  const similar = query.get('preview_credentials_identifier_similar') ?? '';
  const organization = query.get('organization_id') ?? '';
  // The UUID of zeros is none.
  const byNone = asUuid(organization) === NIL_UUID;
  const used = [ids.length > 0, identifier !== '', similar !== '', organization !== '' && !byNone].filter(
    Boolean,
  );
  if (used.length > 1) throw badRequest('You cannot combine multiple filters in this API');
  if (ids.length > 0) return some(byIds(kratos, ids), false);
  if (identifier !== '') return some(byIdentifier(kratos, identifier), true);
  if (similar !== '') {
    const text = similar.toLowerCase();
    return {
      withCredentials: true,
      ids: (after) => kratos.identities.similar(text, after),
    };
  }
  if (organization !== '' && !byNone) return some(byOrganization(kratos, organization), false);
  return undefined;
}

function some(matching: readonly string[], withCredentials: boolean): Filtered {
  const sorted = [...new Set(matching)].sort();
  return { withCredentials, ids: (after) => sorted.filter((id) => id > after) };
}

function byIds(kratos: KratosContext, given: readonly string[]): readonly string[] {
  if (given.length > MAXIMUM_IDS)
    throw badRequest(`The number of ids to filter must not exceed ${MAXIMUM_IDS}.`);
  return given.map((text) => uuidOf('ids', text)).filter((id) => kratos.identities.get(id) !== undefined);
}

function byIdentifier(kratos: KratosContext, identifier: string): readonly string[] {
  const spellings = new Set([identifier, identifier.trim().toLowerCase()]);
  return CREDENTIAL_TYPES.flatMap((type) =>
    [...spellings].flatMap((spelling) => kratos.identities.ownerOf(`${type}\n${spelling}`) ?? []),
  );
}

/** Generated identities belong to no organization: only the others need to be looked at. */
function byOrganization(kratos: KratosContext, text: string): readonly string[] {
  const organization = uuidOf('organization_id', text);
  return kratos.identities
    .snapshot()
    .changed.filter(({ organization_id }) => organization_id === organization)
    .map(({ id }) => id);
}

function uuidOf(parameter: string, text: string): string {
  const id = asUuid(text);
  if (id === undefined) throw badRequest(`Invalid UUID value \`${text}\` for parameter \`${parameter}\`.`);
  return id;
}
