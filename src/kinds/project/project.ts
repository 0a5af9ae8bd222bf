import * as l10n from '@vscode/l10n';
import type { SuccessfulProjectUpdate } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { patchDocument } from '../../ory/json/diff.ts';
import { printJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { getProject, patchProject, patchProjectWithRevision } from '../../ory/operations/projects.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import type { Edit, Kind } from '../kind.ts';
import { projectListing } from './listing.ts';
import { memberListing } from './members.ts';

const readOnlyFields = [
  '/id',
  '/slug',
  '/state',
  '/revision_id',
  '/workspace_id',
  '/workspace',
  '/home_region',
];

/** The revision makes this the one write that the server itself guards: it answers 409 when another came first. */
async function save(client: OryClient, edit: Edit, call: CallOptions = {}): Promise<readonly string[]> {
  const changes = changesOf(edit, readOnlyFields);
  if (changes.length === 0) return [];
  const body = new RawBody(printJson(patchDocument(changes)));
  const revision = textAt(edit.fresh, 'revision_id');
  const { data } = await (revision === undefined
    ? client.call(patchProject, { project_id: edit.id, body }, call)
    : client
        .call(patchProjectWithRevision, { project_id: edit.id, revision_id: revision, body }, call)
        .catch((error: unknown) => {
          if (lacksRoute(error)) return client.call(patchProject, { project_id: edit.id, body }, call);
          throw error;
        }));
  return ((data as SuccessfulProjectUpdate | undefined)?.warnings ?? []).map(
    (warning) => warning.message ?? '',
  );
}

/** Older consoles lack the route of revisions; a project or revision that is not there is told as JSON. */
const lacksRoute = (error: unknown): boolean =>
  hasStatus(error, 405) || (hasStatus(error, 404) && !(error.facts.body ?? '').trimStart().startsWith('{'));

/** Projects of Ory Network: `GET`, `PATCH /projects/{id}`. */
export const projectKind: Kind = {
  id: 'projects',
  noun: l10n.t('project'),
  service: 'console',
  view: 'projects',
  listings: [projectListing],
  parts: [memberListing],
  linked: { members: ['project_id'] },
  inOperations: {
    homes: [
      { path: /^\/projects\/\{project(_id)?\}/, parameter: 'project_id' },
      { path: /^\/projects\/\{project(_id)?\}/, parameter: 'project' },
    ],
    services: ['console'],
    recognise(node) {
      const id = hasMembers(node, 'slug', 'revision_id') ? textAt(node, 'id') : undefined;
      return id ? { id, node } : undefined;
    },
  },
  schema: { document: 'Project' },
  consolePage: '',
  idName: 'project_id',
  async read(client, id, call) {
    return (await client.call(getProject, { project_id: id }, call)).text;
  },
  nameOf: (document, id) => textAt(document, 'name') ?? id,
  nameMember: 'name',
  secrets: getProject.answer.secrets,
  volatile: ['/revision_id'],
  // Of a project, only its configuration can be compared with that of another; organizations have an API of their own.
  incidental: [...readOnlyFields, '/name', '/environment', '/organizations'],
  lists: [
    { at: '/services/identity/config/identity/schemas', by: 'id' },
    { at: '/services/identity/config/selfservice/methods/oidc/config/providers', by: 'id' },
    { at: '/services/**/allowed_return_urls' },
    { at: '/services/**/allowed_origins' },
  ],
  async reveal(client, id, call) {
    return (await client.call(getProject, { project_id: id }, call)).text;
  },
  writing: { save, readOnlyFields, cameTooLate: (error) => hasStatus(error, 409) },
};
