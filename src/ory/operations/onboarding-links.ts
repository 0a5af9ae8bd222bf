import * as l10n from '@vscode/l10n';
import type {
  CreateOrganizationOnboardingPortalLinkBody,
  OnboardingPortalLink,
  OrganizationOnboardingPortalLinksResponse,
  UpdateOrganizationOnboardingPortalLinkBody,
} from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;
const all = '/projects/{project_id}/organizations/{organization_id}/onboarding-portal-links';
const one = `${all}/{onboarding_portal_link_id}`;
const organization = {
  project_id: inPath(l10n.t('Id of the project.')),
  organization_id: inPath(l10n.t('Id of the organization.')),
} as const;
const link = { ...organization, onboarding_portal_link_id: inPath(l10n.t('Id of the link.')) } as const;

export const getOrganizationOnboardingPortalLinks = operation({
  ...console_,
  id: 'getOrganizationOnboardingPortalLinks',
  summary: l10n.t('List the links by which an organization sets up its single sign-on itself.'),
  method: 'GET',
  path: all,
  effect: 'read',
  parameters: organization,
  answer: json<OrganizationOnboardingPortalLinksResponse>(['/links/*/value']),
  bucket: 'backoffice-admin-medium',
});

export const createOrganizationOnboardingPortalLink = operation({
  ...console_,
  id: 'createOrganizationOnboardingPortalLink',
  summary: l10n.t('Make a link by which an organization sets up its single sign-on itself.'),
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: organization,
  body: jsonBody<CreateOrganizationOnboardingPortalLinkBody>(l10n.t('What can be set up, and how long.')),
  answer: json<OnboardingPortalLink>(['/value']),
  bucket: 'backoffice-admin-low',
});

export const updateOrganizationOnboardingPortalLink = operation({
  ...console_,
  id: 'updateOrganizationOnboardingPortalLink',
  summary: l10n.t('Change what an onboarding link allows, and how long.'),
  method: 'POST',
  path: one,
  effect: 'write',
  parameters: link,
  body: jsonBody<UpdateOrganizationOnboardingPortalLinkBody>(l10n.t('What can be set up, and how long.')),
  answer: json<OnboardingPortalLink>(['/value']),
  bucket: 'backoffice-admin-low',
});

export const deleteOrganizationOnboardingPortalLink = operation({
  ...console_,
  id: 'deleteOrganizationOnboardingPortalLink',
  summary: l10n.t('Delete an onboarding link.'),
  method: 'DELETE',
  path: one,
  effect: 'destroy',
  parameters: link,
  answer: nothing,
  bucket: 'backoffice-admin-low',
});
