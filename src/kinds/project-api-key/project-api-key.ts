import * as l10n from '@vscode/l10n';
import { printJson } from '../../ory/json/tree.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  createProjectApiKey,
  deleteProjectApiKey,
  listProjectApiKeys,
} from '../../ory/operations/projects.ts';
import { apiKeyKind } from '../api-key/api-key.ts';

/** The API keys of a project: `GET`, `POST`, `DELETE /projects/{id}/tokens`. */
export const projectApiKeyKind = apiKeyKind({
  id: 'projectApiKeys',
  noun: l10n.t('project API key'),
  under: 'projects',
  type: 'ProjectApiKey',
  body: 'CreateProjectApiKeyBody',
  secrets: createProjectApiKey.answer.secrets,
  ownerMember: 'project_id',
  home: /^\/projects\/\{project\}\/tokens\/\{token_id\}/,
  ownerParameter: 'project',
  list: (client, project, call) => client.call(listProjectApiKeys, { project }, call),
  create: (client, project, document, call) =>
    client.call(createProjectApiKey, { project, body: new RawBody(printJson(document)) }, call),
  remove: (client, project, token_id, call) => client.call(deleteProjectApiKey, { project, token_id }, call),
});
