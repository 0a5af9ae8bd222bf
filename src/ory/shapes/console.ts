import { anything, id, listOf, object, open, optional, text, texts } from './parts.ts';

const service = optional(object({ config: open }));

export const project = object({
  id,
  name: text,
  slug: text,
  state: text,
  environment: text,
  home_region: text,
  revision_id: text,
  workspace_id: text,
  created_at: text,
  updated_at: text,
  services: optional(
    object({ identity: service, oauth2: service, permission: service, account_experience: service }),
  ),
  cors_admin: anything,
  cors_public: anything,
});

/** What the server warns of after a change, if anything; the project that comes with it is read anew. */
export const changedProject = optional(
  object({
    warnings: listOf(object({ code: anything, message: text, details: open })),
  }),
);

export const member = object({ id, email: text, name: text, role: text, email_verified: anything });
export const projectKey = object({
  id,
  name: text,
  value: text,
  owner_id: text,
  last_characters: text,
  expires_at: text,
  created_at: text,
});

export const workspace = object({
  id,
  name: text,
  subscription_plan: text,
  access_policy: text,
  created_at: text,
  updated_at: text,
});
export const workspaces = object({ workspaces: listOf(workspace), next_page_token: text });

export const organization = object({
  id,
  label: text,
  domains: texts,
  default_region: text,
  session_lifespan: text,
  created_at: text,
});
export const organizations = object({ organizations: listOf(organization), next_page_token: text });

export const eventStream = object({
  id,
  type: text,
  status: text,
  https_endpoint: text,
  topic_arn: text,
  role_arn: text,
  created_at: text,
  updated_at: text,
});
export const eventStreams = object({ event_streams: listOf(eventStream) });
