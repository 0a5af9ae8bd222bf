import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson, toJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  createOrganization,
  deleteOrganization,
  getOrganization,
  updateOrganization,
} from '../../ory/operations/organizations.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import type { Edit, Kind } from '../kind.ts';
import { ofPartId, partId } from '../part-id.ts';
import { pickMembers } from '../pick-members.ts';
import { organizationListing } from './listing.ts';

const readOnlyFields = ['/id', '/created_at', '/updated_at'];
const SETTINGS = ['default_region', 'session_lifespan'];
const OWN = ['label', 'domains', ...SETTINGS];

const pathOf = (id: string) => {
  const { of, id: organization } = ofPartId(id);
  return { project_id: of, organization_id: organization };
};

async function read(client: OryClient, id: string, call?: CallOptions): Promise<string> {
  const { text } = await client.call(getOrganization, pathOf(id), call);
  const answer = parseAnswer(text, 'organization');
  return printJson(childOf(answer, 'organization') ?? answer);
}

/** PUT keeps a setting that is left out: an empty text takes it away. */
function bodyOf({ edited, fresh }: Pick<Edit, 'edited' | 'fresh'>): RawBody {
  const body = pickMembers(edited, OWN);
  const gone = SETTINGS.filter((name) => hasMembers(fresh, name) && !hasMembers(edited, name));
  const emptied = gone.map((name): [string, JsonNode] => [name, { kind: 'string', value: '' }]);
  const members = new Map([...(body.kind === 'object' ? body.members : []), ...emptied]);
  return new RawBody(printJson({ kind: 'object', members }));
}

/** Organizations of a project of Ory Network: `GET`, `POST`, `PUT`, `DELETE /projects/{id}/organizations`. */
export const organizationKind: Kind = {
  id: 'organizations',
  noun: l10n.t('organization'),
  service: 'console',
  view: 'projects',
  listings: [organizationListing],
  parentOf: (_, id) => Promise.resolve({ kind: 'projects', id: ofPartId(id).of }),
  inOperations: {
    homes: [
      {
        path: /^\/projects\/\{project_id\}\/organizations\/\{organization_id\}/,
        parameter: 'organization_id',
        idOf: ({ project_id: project, organization_id: id }) => partId(String(project), String(id)),
      },
    ],
    services: ['console'],
    recognise(node, { project_id: project }) {
      const id = hasMembers(node, 'label', 'domains') ? textAt(node, 'id') : undefined;
      return id && typeof project === 'string' ? { id: partId(project, id), node } : undefined;
    },
  },
  schema: { document: 'Organization', created: 'OrganizationBody' },
  consolePage: '',
  idName: 'organization_id',
  read,
  nameOf: (document, id) => textAt(document, 'label') ?? ofPartId(id).id,
  nameMember: 'label',
  secrets: [],
  volatile: ['/updated_at'],
  incidental: ['/id', '/created_at'],
  unordered: ['/domains'],
  lists: [{ at: '/domains' }],
  writing: {
    readOnlyFields,
    async save(client, edit, call) {
      if (changesOf(edit, readOnlyFields).length === 0) return [];
      await client.call(updateOrganization, { ...pathOf(edit.id), body: bodyOf(edit) }, call);
      return [];
    },
  },
  creating: {
    template: () => Promise.resolve(toJson({ label: l10n.t('New organization'), domains: ['example.com'] })),
    async create(client, document, call, of = '') {
      const body = new RawBody(printJson(document));
      const { data } = await client.call(createOrganization, { project_id: of, body }, call);
      return { id: partId(of, data.id) };
    },
  },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteOrganization, pathOf(id), call);
    },
    consequence: l10n.t('Its connections to providers are deleted too, and can’t be brought back.'),
    async undo(client, id, call) {
      const original = parseAnswer(await read(client, id, call), 'organization');
      const body = pickMembers(original, OWN);
      const { of } = ofPartId(id);
      return {
        words: [
          l10n.t('Undo re-creates it with a new ID, without its connections to providers.'),
          l10n.t('Undo re-creates them with new IDs, without their connections to providers.'),
        ],
        original,
        async restore(again) {
          const raw = new RawBody(printJson(body));
          const { data } = await client.call(createOrganization, { project_id: of, body: raw }, again);
          return { id: partId(of, data.id) };
        },
      };
    },
  },
};
