import { anything, id, listOf, object, open, optional, text } from './parts.ts';

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
export const projectKey = object({ id: text, name: text, value: text, expires_at: text });
