import * as l10n from '@vscode/l10n';
import type {
  GetOrganizationResponse,
  ListOrganizationsResponse,
  Organization,
  OrganizationBody,
} from '@ory/client';
import { operation } from './operation.ts';
import { inPath, inQuery, json, jsonBody, nothing, tokenPaging } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;
const all = '/projects/{project_id}/organizations';
const one = '/projects/{project_id}/organizations/{organization_id}';
const project_id = inPath(l10n.t('Id of the project.'));
const own = { project_id, organization_id: inPath(l10n.t('Id of the organization.')) } as const;

export const listOrganizations = operation({
  ...console_,
  id: 'listOrganizations',
  summary: l10n.t('List the organizations of a project, or the one that has a domain.'),
  method: 'GET',
  path: all,
  effect: 'read',
  parameters: {
    project_id,
    ...tokenPaging(250, 1000),
    domain: inQuery('string', l10n.t('Domain of the e-mail addresses.')),
  },
  answer: json<ListOrganizationsResponse>(),
  paging: { style: 'body', maximum: 1000 },
  bucket: 'backoffice-admin-medium',
});

export const getOrganization = operation({
  ...console_,
  id: 'getOrganization',
  summary: l10n.t('Read an organization.'),
  method: 'GET',
  path: one,
  effect: 'read',
  parameters: own,
  answer: json<GetOrganizationResponse>(),
  bucket: 'backoffice-admin-medium',
});

export const createOrganization = operation({
  ...console_,
  id: 'createOrganization',
  summary: l10n.t('Create an organization: domains whose users sign in by their own provider.'),
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: { project_id },
  body: jsonBody<OrganizationBody>(l10n.t('Label and domains.')),
  answer: json<Organization>(),
  bucket: 'backoffice-admin-low',
});

export const updateOrganization = operation({
  ...console_,
  id: 'updateOrganization',
  summary: l10n.t('Replace label and domains of an organization.'),
  method: 'PUT',
  path: one,
  effect: 'write',
  parameters: own,
  body: jsonBody<OrganizationBody>(l10n.t('Label and domains.')),
  answer: json<Organization>(),
  bucket: 'backoffice-admin-low',
});

export const deleteOrganization = operation({
  ...console_,
  id: 'deleteOrganization',
  summary: l10n.t('Delete an organization with its connections to providers.'),
  method: 'DELETE',
  path: one,
  effect: 'destroy',
  parameters: own,
  answer: nothing,
  bucket: 'backoffice-admin-low',
});
