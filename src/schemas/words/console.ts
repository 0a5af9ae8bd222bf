import * as l10n from '@vscode/l10n';
import { known, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const region = {
  description: l10n.t('Region that the data is kept in. It can’t be changed later.'),
};
const environment = {
  description: l10n.t('What the project is for.'),
  ...known({
    prod: l10n.t('Real users.'),
    stage: l10n.t('Trying out before production.'),
    dev: 'Development.',
  }),
};
const cors = {
  cors_admin: l10n.t('Origins whose pages may call the admin API.'),
  cors_public: l10n.t('Origins whose pages may call the public API.'),
};
const organization = {
  default_region: l10n.t('Region that new identities of the organization are kept in.'),
  domains: {
    description: l10n.t('Domains of e-mail addresses: whoever has one signs in through the organization.'),
    examples: [['example.com']],
  },
  label: l10n.t('What people call the organization.'),
  session_lifespan: l10n.t('How long sessions of the organization live, such as 24h.'),
};
const stream = {
  https_endpoint: l10n.t('Where events are sent by HTTPS.'),
  role_arn: l10n.t('ARN of the AWS role that may publish.'),
  status: l10n.t('Whether events are sent.'),
  topic_arn: l10n.t('ARN of the AWS SNS topic.'),
  type: { description: l10n.t('Where events go.'), examples: ['sns', 'https'] },
};
const mapper = (provider: string) => l10n.t('Where the data mapping (Jsonnet) of {0} is.', provider);
const key = {
  expires_at: time(l10n.t('Until when the key is good; left out, it has no end.')),
  name: { description: l10n.t('What you call the key.'), minLength: 1 },
};

/** What the server sets by itself. */
const given = (what: string) => ({
  id: { description: l10n.t('Id of the {0}.', what), readOnly: true },
  created_at: { description: l10n.t('When it was created.'), readOnly: true },
  updated_at: { description: l10n.t('When it was last changed.'), readOnly: true },
});
const madeKey = {
  ...key,
  ...given(l10n.t('API key')),
  last_characters: l10n.t('The end of its value, by which one tells it.'),
  owner_id: l10n.t('Who created it.'),
  value: l10n.t('The key itself; the server shows it once, when it is created.'),
};

export const consoleWords: Words = {
  Project: {
    ...cors,
    environment: environment.description,
    home_region: { ...region, readOnly: true },
    id: { description: l10n.t('Id of the project.'), readOnly: true },
    name: { description: l10n.t('What you call the project.'), minLength: 1 },
    organizations: l10n.t('Organizations of the project; each has operations of its own.'),
    revision_id: {
      description: l10n.t('Id of this version of the configuration. A save names it.'),
      readOnly: true,
    },
    services: l10n.t('Configuration of each service.'),
    slug: {
      description: l10n.t('Name in the project’s address: slug.projects.oryapis.com.'),
      readOnly: true,
    },
    state: { description: l10n.t('Whether the project runs.'), readOnly: true },
    workspace_id: { description: l10n.t('Id of the workspace that holds the project.'), readOnly: true },
  },
  SetProject: {
    ...cors,
    name: { description: l10n.t('What you call the project.'), minLength: 1 },
    organizations: l10n.t('Organizations of the project.'),
    services: l10n.t('Configuration of each service. A service that is named is replaced as a whole.'),
  },
  ProjectServices: {
    account_experience: l10n.t('The pages that people sign in with.'),
    identity: l10n.t('Identities and flows: in the form of kratos.yml.'),
    oauth2: l10n.t('OAuth 2.0 and OpenID Connect: in the form of hydra.yml.'),
    permission: l10n.t('Permissions: in the form of keto.yml.'),
    talos: l10n.t('API keys of your own.'),
  },
  ProjectServiceIdentity: { config: l10n.t('In the form of kratos.yml.') },
  ProjectServiceOAuth2: { config: l10n.t('In the form of hydra.yml.') },
  ProjectServicePermission: { config: l10n.t('In the form of keto.yml.') },
  ProjectCors: {
    enabled: l10n.t('Whether other origins may call at all.'),
    origins: {
      description: l10n.t('The origins; * stands for any part.'),
      examples: [['https://app.example.com']],
    },
  },
  CreateProjectBody: {
    environment,
    home_region: region,
    name: { description: l10n.t('What you call the project.'), minLength: 1 },
    workspace_id: l10n.t('Id of the workspace that is to hold the project.'),
  },
  BasicOrganization: {
    ...organization,
    id: { description: l10n.t('Id of the organization.'), readOnly: true },
  },
  Organization: {
    ...organization,
    id: { description: l10n.t('Id of the organization.'), readOnly: true },
    created_at: { description: l10n.t('When it was created.'), readOnly: true },
  },
  EventStream: { ...stream, ...given(l10n.t('event stream')) },
  Workspace: {
    access_policy: l10n.t('Who of an organization may use the workspace.'),
    name: l10n.t('What people call the workspace.'),
    ...given('workspace'),
    organization_id: l10n.t('Organization that the workspace belongs to.'),
    subscription_id: l10n.t('Id of the subscription.'),
    subscription_plan: l10n.t('Plan that is paid for.'),
  },
  ProjectApiKey: { ...madeKey, project_id: l10n.t('Project that the key is for.') },
  WorkspaceApiKey: { ...madeKey, workspace_id: l10n.t('Workspace that the key is for.') },
  OrganizationBody: organization,
  CreateEventStreamBody: stream,
  SetEventStreamBody: stream,
  CreateProjectApiKeyBody: key,
  CreateWorkspaceApiKeyBody: key,
  CreateWorkspaceBody: { name: { description: l10n.t('What you call the workspace.'), minLength: 1 } },
  UpdateWorkspaceBody: {
    access_policy: l10n.t('Who of an organization may use the workspace.'),
    name: { description: l10n.t('What you call the workspace.'), minLength: 1 },
  },
  CreateOrganizationOnboardingPortalLinkBody: {
    apple_mapper_url: mapper('Apple'),
    auth0_mapper_url: mapper('Auth0'),
    custom_hostname_id: l10n.t('Id of the custom domain that the portal is on.'),
    enable_scim: l10n.t('Whether provisioning by SCIM can be set up.'),
    enable_sso: l10n.t('Whether sign-in through the organization’s provider can be set up.'),
    expires_at: time(l10n.t('Until when the link is good.')),
    facebook_mapper_url: mapper('Facebook'),
    generic_oidc_mapper_url: mapper(l10n.t('other OpenID Connect providers')),
    github_mapper_url: mapper('GitHub'),
    gitlab_mapper_url: mapper('GitLab'),
    google_mapper_url: mapper('Google'),
    microsoft_mapper_url: mapper('Microsoft'),
    netid_mapper_url: mapper('NetID'),
    proxy_acs_url: l10n.t('Assertion consumer address to show, where a proxy stands before Ory.'),
    proxy_oidc_redirect_url: l10n.t('Redirect address to show, where a proxy stands before Ory.'),
    proxy_saml_audience_override: l10n.t('SAML audience to show, where a proxy stands before Ory.'),
    proxy_scim_server_url: l10n.t('SCIM address to show, where a proxy stands before Ory.'),
    saml_mapper_url: mapper(l10n.t('SAML providers')),
    scim_mapper_url: mapper(l10n.t('SCIM clients')),
  },
  UpdateOrganizationOnboardingPortalLinkBody: {
    enable_scim: l10n.t('Whether provisioning by SCIM can be set up.'),
    enable_sso: l10n.t('Whether sign-in through the organization’s provider can be set up.'),
    expires_at: time(l10n.t('Until when the link is good.')),
  },
};
