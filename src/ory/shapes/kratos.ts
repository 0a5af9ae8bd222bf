import { anything, count, flag, id, listOf, named, object, open, optional, text, texts } from './parts.ts';

const address = object({ id: text, value: text, via: text, verified: flag, status: text, verified_at: text });

export const identity = object({
  id,
  schema_id: text,
  state: text,
  external_id: text,
  organization_id: text,
  traits: anything,
  verifiable_addresses: listOf(address),
  recovery_addresses: listOf(address),
  credentials: named(object({ type: text, identifiers: texts, created_at: text, updated_at: text })),
  created_at: text,
  updated_at: text,
});

export const session = object({
  id,
  active: flag,
  authenticator_assurance_level: text,
  authentication_methods: listOf(object({ method: text, aal: text, completed_at: text })),
  authenticated_at: text,
  expires_at: text,
  issued_at: text,
  devices: listOf(object({ ip_address: text, user_agent: text, location: text })),
  identity: optional(identity),
});

export const message = object({
  id,
  recipient: text,
  subject: text,
  status: text,
  type: text,
  template_type: text,
  body: text,
  send_count: count,
  created_at: text,
  updated_at: text,
  dispatches: listOf(object({ status: text, created_at: text })),
});

/** Older servers send the schema itself as text, and nothing past the end. */
export const schemaContainer = object({ id, schema: anything });

const uiText = object({ id: count, text, type: text });

export const flow = object({
  id,
  type: text,
  expires_at: text,
  issued_at: text,
  request_url: text,
  return_to: text,
  state: anything,
  active: text,
  ui: optional(
    object({
      action: text,
      method: text,
      messages: listOf(uiText),
      nodes: listOf(
        object({ type: text, group: text, attributes: open, messages: listOf(uiText), meta: open }),
      ),
    }),
  ),
});

export const recoveryCode = object({ recovery_link: text, recovery_code: id, expires_at: text });
export const recoveryLink = object({ recovery_link: id, expires_at: text });
