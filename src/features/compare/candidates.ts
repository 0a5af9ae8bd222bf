import type { CallOptions, OryClient } from '../../ory/client.ts';
import { listOAuth2Clients } from '../../ory/operations/clients.ts';
import { listIdentities } from '../../ory/operations/identities.ts';
import { listProjects } from '../../ory/operations/projects.ts';
import { listIdentitySchemas } from '../../ory/operations/schemas.ts';
import { listTrustedOAuth2JwtGrantIssuers } from '../../ory/operations/trusted-issuers.ts';
import { PageWalk } from '../../ory/paging.ts';
import { clientRow } from '../../resources/client/row.ts';
import { identityRow } from '../../resources/identity/row.ts';
import { findIdentities } from '../../resources/identity/search.ts';
import { issuerRow } from '../../resources/issuer/issuer.ts';
import { WELL_KNOWN_SETS } from '../../resources/key-set/row.ts';
import type { KindId } from '../../resources/kind.ts';
import { projectRow } from '../../resources/project/project.ts';
import type { Row } from '../../resources/row.ts';

/** A resource that can be chosen. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly about: string;
}

const SIZE = 50;
const MANY = 250;

/** Resources of a kind that a server lists; of identities those that it finds for a text. @throws {OryError} */
export async function candidatesOf(
  client: OryClient,
  kind: KindId,
  typed: string,
  call: CallOptions,
): Promise<readonly Candidate[]> {
  switch (kind) {
    case 'identities': {
      const found = typed
        ? await findIdentities(client, typed, SIZE, call)
        : (await new PageWalk(client, listIdentities, {}, SIZE).next(call))?.items;
      return (found ?? []).map((identity) => ofRow(identityRow(identity)));
    }
    case 'clients': {
      const page = await new PageWalk(client, listOAuth2Clients, {}, MANY).next(call);
      return (page?.items ?? []).map((one) => {
        const { id, label } = clientRow(one);
        return { id, name: label, about: id };
      });
    }
    case 'issuers': {
      const page = await new PageWalk(client, listTrustedOAuth2JwtGrantIssuers, {}, MANY).next(call);
      return (page?.items ?? []).map((issuer) => ofRow(issuerRow(issuer)));
    }
    case 'schemas': {
      const page = await new PageWalk(client, listIdentitySchemas, {}, MANY).next(call);
      return (page?.items ?? []).map(({ id }) => ({ id, name: id, about: '' }));
    }
    case 'projects':
      return (await client.call(listProjects, {}, call)).data.map((project) => ofRow(projectRow(project)));
    case 'keys':
      return WELL_KNOWN_SETS.map((set) => ({ id: set, name: set, about: '' }));
    case 'sessions':
    case 'configurations':
      return [];
  }
}

const ofRow = ({ id, label, description }: Row): Candidate => ({ id, name: label, about: description });
