import * as l10n from '@vscode/l10n';
import type { Workspace } from '@ory/client';
import { printJson, toJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { listWorkspaces } from '../../ory/operations/projects.ts';
import { createWorkspace, getWorkspace, updateWorkspace } from '../../ory/operations/workspaces.ts';
import { PageWalk } from '../../ory/paging.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { listing } from '../listing.ts';
import { pickMembers } from '../pick-members.ts';
import { facts, whenFact } from '../row.ts';

const readOnlyFields = [
  '/id',
  '/organization_id',
  '/subscription_id',
  '/subscription_plan',
  '/created_at',
  '/updated_at',
];

/** The workspaces that the key of a connection sees (`GET /workspaces`). */
const workspaceListing = listing<Workspace>({
  under: 'connection',
  service: 'console',
  isBeyondProjects: true,
  key: 'workspaces',
  label: l10n.t('Workspaces'),
  plural: l10n.t('workspaces'),
  icon: 'briefcase',
  empty: () => l10n.t('No workspaces'),
  open: (client, _, size) => new PageWalk(client, listWorkspaces, {}, size(listWorkspaces)),
  keyOf: ({ id }) => id,
  row: (workspace) => ({
    id: workspace.id,
    label: workspace.name,
    description: workspace.subscription_plan ?? '',
    icon: 'briefcase',
    dimmed: false,
    facts: () =>
      facts(
        ['Id', workspace.id],
        ['Plan', workspace.subscription_plan ?? undefined],
        [l10n.t('Access policy'), workspace.access_policy],
        ['Created', whenFact(workspace.created_at)],
        ['Updated', whenFact(workspace.updated_at)],
      ),
  }),
});

/** Workspaces of Ory Network: `GET`, `POST`, `PUT /workspaces`; only the Console deletes one. */
export const workspaceKind: Kind = {
  id: 'workspaces',
  noun: l10n.t('workspace'),
  service: 'console',
  view: 'projects',
  listings: [workspaceListing],
  linked: { members: ['workspace_id'] },
  inOperations: {
    homes: [{ path: /^\/workspaces\/\{workspace\}/, parameter: 'workspace' }],
    services: ['console'],
    recognise(node) {
      const id =
        hasMembers(node, 'name', 'subscription_plan') && !hasMembers(node, 'slug')
          ? textAt(node, 'id')
          : undefined;
      return id ? { id, node } : undefined;
    },
  },
  schema: { document: 'Workspace', created: 'CreateWorkspaceBody' },
  consolePage: (id) => `/workspaces/${encodeURIComponent(id)}`,
  idName: 'workspace_id',
  async read(client, id, call) {
    return (await client.call(getWorkspace, { workspace: id }, call)).text;
  },
  nameOf: (document, id) => textAt(document, 'name') ?? id,
  nameMember: 'name',
  secrets: [],
  volatile: ['/updated_at'],
  incidental: ['/id', '/created_at'],
  writing: {
    readOnlyFields,
    async save(client, edit, call) {
      if (changesOf(edit, readOnlyFields).length === 0) return [];
      const own = pickMembers(edit.edited, ['name', 'access_policy']);
      const body = new RawBody(printJson(own));
      await client.call(updateWorkspace, { workspace: edit.id, body }, call);
      return [];
    },
  },
  creating: {
    template: () => Promise.resolve(toJson({ name: l10n.t('New workspace') })),
    async create(client, document, call) {
      const body = new RawBody(printJson(document));
      return { id: (await client.call(createWorkspace, { body }, call)).data.id };
    },
  },
};
