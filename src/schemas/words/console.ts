import { known, time } from './parts.ts';
import type { Words } from './words-of-types.ts';

const region = {
  description: 'Region that the data is kept in. It can’t be changed later.',
};
const environment = {
  description: 'What the project is for.',
  ...known({ prod: 'Real users.', stage: 'Trying out before production.', dev: 'Development.' }),
};
const cors = {
  cors_admin: 'Origins whose pages may call the admin API.',
  cors_public: 'Origins whose pages may call the public API.',
};
const organization = {
  default_region: 'Region that new identities of the organization are kept in.',
  domains: {
    description: 'Domains of e-mail addresses: whoever has one signs in through the organization.',
    examples: [['example.com']],
  },
  label: 'What people call the organization.',
  session_lifespan: 'How long sessions of the organization live, such as 24h.',
};
const stream = {
  https_endpoint: 'Where events are sent by HTTPS.',
  role_arn: 'ARN of the AWS role that may publish.',
  status: 'Whether events are sent.',
  topic_arn: 'ARN of the AWS SNS topic.',
  type: { description: 'Where events go.', examples: ['sns', 'https'] },
};
const mapper = (provider: string) => `Where the data mapping (Jsonnet) of ${provider} is.`;
const key = {
  expires_at: time('Until when the key is good; left out, it has no end.'),
  name: { description: 'What you call the key.', minLength: 1 },
};

/** What the server sets by itself. */
const given = (what: string) => ({
  id: { description: `Id of the ${what}.`, readOnly: true },
  created_at: { description: 'When it was created.', readOnly: true },
  updated_at: { description: 'When it was last changed.', readOnly: true },
});
const madeKey = {
  ...key,
  ...given('API key'),
  last_characters: 'The end of its value, by which one tells it.',
  owner_id: 'Who created it.',
  value: 'The key itself; the server shows it once, when it is created.',
};

export const consoleWords: Words = {
  Project: {
    ...cors,
    environment: environment.description,
    home_region: { ...region, readOnly: true },
    id: { description: 'Id of the project.', readOnly: true },
    name: { description: 'What you call the project.', minLength: 1 },
    organizations: 'Organizations of the project; each has operations of its own.',
    revision_id: { description: 'Id of this version of the configuration. A save names it.', readOnly: true },
    services: 'Configuration of each service.',
    slug: { description: 'Name in the project’s address: slug.projects.oryapis.com.', readOnly: true },
    state: { description: 'Whether the project runs.', readOnly: true },
    workspace_id: { description: 'Id of the workspace that holds the project.', readOnly: true },
  },
  SetProject: {
    ...cors,
    name: { description: 'What you call the project.', minLength: 1 },
    organizations: 'Organizations of the project.',
    services: 'Configuration of each service. A service that is named is replaced as a whole.',
  },
  ProjectServices: {
    account_experience: 'The pages that people sign in with.',
    identity: 'Identities and flows: in the form of kratos.yml.',
    oauth2: 'OAuth 2.0 and OpenID Connect: in the form of hydra.yml.',
    permission: 'Permissions: in the form of keto.yml.',
    talos: 'API keys of your own.',
  },
  ProjectServiceIdentity: { config: 'In the form of kratos.yml.' },
  ProjectServiceOAuth2: { config: 'In the form of hydra.yml.' },
  ProjectServicePermission: { config: 'In the form of keto.yml.' },
  ProjectCors: {
    enabled: 'Whether other origins may call at all.',
    origins: { description: 'The origins; * stands for any part.', examples: [['https://app.example.com']] },
  },
  CreateProjectBody: {
    environment,
    home_region: region,
    name: { description: 'What you call the project.', minLength: 1 },
    workspace_id: 'Id of the workspace that is to hold the project.',
  },
  BasicOrganization: { ...organization, id: { description: 'Id of the organization.', readOnly: true } },
  Organization: {
    ...organization,
    id: { description: 'Id of the organization.', readOnly: true },
    created_at: { description: 'When it was created.', readOnly: true },
  },
  EventStream: { ...stream, ...given('event stream') },
  Workspace: {
    access_policy: 'Who of an organization may use the workspace.',
    name: 'What people call the workspace.',
    ...given('workspace'),
    organization_id: 'Organization that the workspace belongs to.',
    subscription_id: 'Id of the subscription.',
    subscription_plan: 'Plan that is paid for.',
  },
  ProjectApiKey: { ...madeKey, project_id: 'Project that the key is for.' },
  WorkspaceApiKey: { ...madeKey, workspace_id: 'Workspace that the key is for.' },
  OrganizationBody: organization,
  CreateEventStreamBody: stream,
  SetEventStreamBody: stream,
  CreateProjectApiKeyBody: key,
  CreateWorkspaceApiKeyBody: key,
  CreateWorkspaceBody: { name: { description: 'What you call the workspace.', minLength: 1 } },
  UpdateWorkspaceBody: {
    access_policy: 'Who of an organization may use the workspace.',
    name: { description: 'What you call the workspace.', minLength: 1 },
  },
  CreateOrganizationOnboardingPortalLinkBody: {
    apple_mapper_url: mapper('Apple'),
    auth0_mapper_url: mapper('Auth0'),
    custom_hostname_id: 'Id of the custom domain that the portal is on.',
    enable_scim: 'Whether provisioning by SCIM can be set up.',
    enable_sso: 'Whether sign-in through the organization’s provider can be set up.',
    expires_at: time('Until when the link is good.'),
    facebook_mapper_url: mapper('Facebook'),
    generic_oidc_mapper_url: mapper('other OpenID Connect providers'),
    github_mapper_url: mapper('GitHub'),
    gitlab_mapper_url: mapper('GitLab'),
    google_mapper_url: mapper('Google'),
    microsoft_mapper_url: mapper('Microsoft'),
    netid_mapper_url: mapper('NetID'),
    proxy_acs_url: 'Assertion consumer address to show, where a proxy stands before Ory.',
    proxy_oidc_redirect_url: 'Redirect address to show, where a proxy stands before Ory.',
    proxy_saml_audience_override: 'SAML audience to show, where a proxy stands before Ory.',
    proxy_scim_server_url: 'SCIM address to show, where a proxy stands before Ory.',
    saml_mapper_url: mapper('SAML providers'),
    scim_mapper_url: mapper('SCIM clients'),
  },
  UpdateOrganizationOnboardingPortalLinkBody: {
    enable_scim: 'Whether provisioning by SCIM can be set up.',
    enable_sso: 'Whether sign-in through the organization’s provider can be set up.',
    expires_at: time('Until when the link is good.'),
  },
};
