import * as l10n from '@vscode/l10n';
import { printJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  createWorkspaceApiKey,
  deleteWorkspaceApiKey,
  listWorkspaceApiKeys,
} from '../../ory/operations/workspaces.ts';
import { apiKeyKind } from '../api-key/api-key.ts';

/** The API keys of a workspace: `GET`, `POST`, `DELETE /workspaces/{id}/tokens`. */
export const workspaceApiKeyKind = apiKeyKind({
  id: 'workspaceApiKeys',
  noun: l10n.t('workspace API key'),
  under: 'workspaces',
  type: 'WorkspaceApiKey',
  body: 'CreateWorkspaceApiKeyBody',
  secrets: createWorkspaceApiKey.answer.secrets,
  ownerMember: 'workspace_id',
  home: /^\/workspaces\/\{workspace\}\/tokens\/\{token_id\}/,
  ownerParameter: 'workspace',
  list: (client, workspace, call) => client.call(listWorkspaceApiKeys, { workspace }, call),
  create: (client, workspace, document, call) =>
    client.call(createWorkspaceApiKey, { workspace, body: new RawBody(printJson(document)) }, call),
  remove: (client, workspace, token_id, call) =>
    client.call(deleteWorkspaceApiKey, { workspace, token_id }, call),
});
