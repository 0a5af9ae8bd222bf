import * as l10n from '@vscode/l10n';
import type {
  CreateWorkspaceApiKeyBody,
  CreateWorkspaceBody,
  ListWorkspaceProjects,
  UpdateWorkspaceBody,
  Workspace,
  WorkspaceApiKey,
} from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;
const workspace = inPath(l10n.t('Id of the workspace.'));

export const createWorkspace = operation({
  ...console_,
  id: 'createWorkspace',
  summary: l10n.t('Create a workspace.'),
  method: 'POST',
  path: '/workspaces',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateWorkspaceBody>(l10n.t('Name of the workspace.')),
  answer: json<Workspace>(),
  bucket: 'backoffice-admin-low',
});

export const getWorkspace = operation({
  ...console_,
  id: 'getWorkspace',
  summary: l10n.t('Read a workspace.'),
  method: 'GET',
  path: '/workspaces/{workspace}',
  effect: 'read',
  parameters: { workspace },
  answer: json<Workspace>(),
  bucket: 'backoffice-admin-medium',
});

export const updateWorkspace = operation({
  ...console_,
  id: 'updateWorkspace',
  summary: l10n.t('Change name and access policy of a workspace.'),
  method: 'PUT',
  path: '/workspaces/{workspace}',
  effect: 'write',
  parameters: { workspace },
  body: jsonBody<UpdateWorkspaceBody>(l10n.t('Name and access policy.')),
  answer: json<Workspace>(),
  bucket: 'backoffice-admin-low',
});

export const listWorkspaceProjects = operation({
  ...console_,
  id: 'listWorkspaceProjects',
  summary: l10n.t('List the projects of a workspace.'),
  method: 'GET',
  path: '/workspaces/{workspace}/projects',
  effect: 'read',
  parameters: { workspace },
  answer: json<ListWorkspaceProjects>(),
  bucket: 'backoffice-admin-low',
});

export const listWorkspaceApiKeys = operation({
  ...console_,
  id: 'listWorkspaceApiKeys',
  summary: l10n.t('List the API keys of a workspace, without their values.'),
  method: 'GET',
  path: '/workspaces/{workspace}/tokens',
  effect: 'read',
  parameters: { workspace },
  answer: json<WorkspaceApiKey[]>(['/*/value']),
  bucket: 'backoffice-admin-low',
});

export const createWorkspaceApiKey = operation({
  ...console_,
  id: 'createWorkspaceApiKey',
  summary: l10n.t('Make an API key for a workspace; its value is in the answer, once.'),
  method: 'POST',
  path: '/workspaces/{workspace}/tokens',
  effect: 'write',
  parameters: { workspace },
  body: jsonBody<CreateWorkspaceApiKeyBody>(l10n.t('Name of the key, and until when it is good.')),
  answer: json<WorkspaceApiKey>(['/value']),
  bucket: 'backoffice-admin-low',
});

export const deleteWorkspaceApiKey = operation({
  ...console_,
  id: 'deleteWorkspaceApiKey',
  summary: l10n.t('Remove an API key of a workspace.'),
  method: 'DELETE',
  path: '/workspaces/{workspace}/tokens/{token_id}',
  effect: 'destroy',
  parameters: { workspace, token_id: inPath(l10n.t('Id of the API key.')) },
  answer: nothing,
  bucket: 'backoffice-admin-low',
});
