import * as l10n from '@vscode/l10n';
import type {
  CreateProjectApiKeyBody,
  CreateProjectBody,
  ListWorkspaces,
  Project,
  ProjectApiKey,
  ProjectMember,
  ProjectMetadata,
  SetProject,
  SuccessfulProjectUpdate,
} from '@ory/client';
import { operation } from './operation.ts';
import { inPath, inQuery, json, jsonBody, nothing, type PatchOperation } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;

/**
 * Configuration holds keys of providers, mail servers, webhooks and services in many places, and new ones come: they
 * are masked by the names that secrets have there.
 */
const configurationSecrets = [
  '/services/*/config/secrets/**',
  '/services/**/auth/config/**',
  '/services/**/headers/**',
  ...[
    'client_secret',
    'apple_private_key',
    'private_key',
    'authorization_header_secret',
    'secret',
    'password',
    'token',
    'api_key',
    'salt',
    'connection_uri',
    'jwks_url',
  ].map((name) => `/services/**/${name}`),
];
const project = inPath(l10n.t('Id of the project.'));

export const listProjects = operation({
  ...console_,
  id: 'listProjects',
  formerId: 'list_projects',
  summary: l10n.t('List the projects that the key may see.'),
  method: 'GET',
  path: '/projects',
  effect: 'read',
  parameters: {},
  answer: json<ProjectMetadata[]>(),
  bucket: 'backoffice-admin-low',
});

export const getProject = operation({
  ...console_,
  id: 'getProject',
  formerId: 'get_project',
  summary: l10n.t('Read a project with its whole configuration.'),
  method: 'GET',
  path: '/projects/{project_id}',
  effect: 'read',
  parameters: { project_id: project },
  answer: json<Project>(configurationSecrets),
  bucket: 'backoffice-admin-medium',
});

export const setProject = operation({
  ...console_,
  id: 'setProject',
  formerId: 'update_project',
  summary: l10n.t('Replace the configuration of the services that are named; each as a whole.'),
  method: 'PUT',
  path: '/projects/{project_id}',
  effect: 'write',
  parameters: { project_id: project },
  body: jsonBody<SetProject>(
    l10n.t('Name, CORS and the configuration of each service.'),
    configurationSecrets,
  ),
  answer: json<SuccessfulProjectUpdate>(configurationSecrets.map((pointer) => `/project${pointer}`)),
  bucket: 'backoffice-admin-low',
});

export const patchProject = operation({
  ...console_,
  id: 'patchProject',
  formerId: 'patch_project',
  summary: l10n.t('Change parts of a project by a JSON Patch, whatever its revision.'),
  method: 'PATCH',
  path: '/projects/{project_id}',
  effect: 'write',
  parameters: { project_id: project },
  body: jsonBody<readonly PatchOperation[]>(l10n.t('The JSON Patch.'), ['/*/value/**']),
  answer: json<SuccessfulProjectUpdate>(configurationSecrets.map((pointer) => `/project${pointer}`)),
  bucket: 'backoffice-admin-low',
  replacedBy: 'patchProjectWithRevision',
});

export const patchProjectWithRevision = operation({
  ...console_,
  id: 'patchProjectWithRevision',
  summary: l10n.t('Change parts of a project by a JSON Patch, if it still has this revision (else 409).'),
  method: 'PATCH',
  path: '/projects/{project_id}/revision/{revision_id}',
  effect: 'write',
  parameters: { project_id: project, revision_id: inPath(l10n.t('Revision that the change was made on.')) },
  body: jsonBody<readonly PatchOperation[]>(l10n.t('The JSON Patch.'), ['/*/value/**']),
  answer: json<SuccessfulProjectUpdate>(configurationSecrets.map((pointer) => `/project${pointer}`)),
  bucket: 'backoffice-admin-low',
});

export const createProject = operation({
  ...console_,
  id: 'createProject',
  formerId: 'create_project',
  summary: l10n.t('Create a project.'),
  method: 'POST',
  path: '/projects',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateProjectBody>(l10n.t('Name, environment, region and workspace.')),
  answer: json<Project>(configurationSecrets),
  bucket: 'backoffice-admin-low',
});

export const purgeProject = operation({
  ...console_,
  id: 'purgeProject',
  formerId: 'purge_project',
  summary: l10n.t('Remove a project with ALL its data: identities, clients, keys.'),
  method: 'DELETE',
  path: '/projects/{project_id}',
  effect: 'destroy',
  confirmedByName: true,
  parameters: { project_id: project },
  answer: nothing,
  bucket: 'backoffice-admin-low',
});

export const getProjectMembers = operation({
  ...console_,
  id: 'getProjectMembers',
  formerId: 'get_project_members',
  summary: l10n.t('List the members of a project.'),
  method: 'GET',
  path: '/projects/{project}/members',
  effect: 'read',
  parameters: { project },
  answer: json<ProjectMember[]>(),
  bucket: 'backoffice-admin-low',
});

export const removeProjectMember = operation({
  ...console_,
  id: 'removeProjectMember',
  formerId: 'remove_project_member',
  summary: l10n.t('Take the access to a project from a member.'),
  method: 'DELETE',
  path: '/projects/{project}/members/{member}',
  effect: 'destroy',
  parameters: { project, member: inPath(l10n.t('Id of the member.')) },
  answer: nothing,
  bucket: 'backoffice-admin-low',
});

export const listProjectApiKeys = operation({
  ...console_,
  id: 'listProjectApiKeys',
  summary: l10n.t('List the API keys of a project, without their values.'),
  method: 'GET',
  path: '/projects/{project}/tokens',
  effect: 'read',
  parameters: { project },
  answer: json<ProjectApiKey[]>(['/*/value']),
  bucket: 'backoffice-admin-low',
});

export const createProjectApiKey = operation({
  ...console_,
  id: 'createProjectApiKey',
  summary: l10n.t('Make an API key for a project; its value is in the answer, once.'),
  method: 'POST',
  path: '/projects/{project}/tokens',
  effect: 'write',
  parameters: { project },
  body: jsonBody<CreateProjectApiKeyBody>(l10n.t('Name of the key, and until when it is good.')),
  answer: json<ProjectApiKey>(['/value']),
  bucket: 'backoffice-admin-low',
});

export const deleteProjectApiKey = operation({
  ...console_,
  id: 'deleteProjectApiKey',
  summary: l10n.t('Remove an API key of a project.'),
  method: 'DELETE',
  path: '/projects/{project}/tokens/{token_id}',
  effect: 'destroy',
  parameters: { project, token_id: inPath(l10n.t('Id of the API key.')) },
  answer: nothing,
  bucket: 'backoffice-admin-low',
});

export const listWorkspaces = operation({
  ...console_,
  id: 'listWorkspaces',
  summary: l10n.t('List the workspaces that the key may see.'),
  method: 'GET',
  path: '/workspaces',
  effect: 'read',
  parameters: {
    page_size: inQuery('integer', l10n.t('Items per page.')),
    page_token: inQuery('string', l10n.t('Where the page begins.')),
  },
  answer: json<ListWorkspaces>(),
  paging: { style: 'body', maximum: 250 },
  bucket: 'backoffice-admin-low',
});
