import { clientKind } from './client/client.ts';
import { identityKind } from './identity/identity.ts';
import { issuerKind } from './issuer/issuer.ts';
import { keySetKind } from './key-set/key-set.ts';
import type { Kind, KindId } from './kind.ts';
import { configurationKind } from './project/configuration.ts';
import { projectKind } from './project/project.ts';
import { eventStreamKind } from './event-stream/event-stream.ts';
import { organizationKind } from './organization/organization.ts';
import { projectApiKeyKind } from './project-api-key/project-api-key.ts';
import { workspaceKind } from './workspace/workspace.ts';
import { workspaceApiKeyKind } from './workspace-api-key/workspace-api-key.ts';
import { schemaKind } from './schema/schema.ts';
import { sessionKind } from './session/session.ts';

/** Every kind of resource. A kind is added in a folder of its own and named here. */
export const KINDS: Readonly<Record<KindId, Kind>> = {
  identities: identityKind,
  clients: clientKind,
  keys: keySetKind,
  issuers: issuerKind,
  schemas: schemaKind,
  sessions: sessionKind,
  projects: projectKind,
  configurations: configurationKind,
  organizations: organizationKind,
  eventStreams: eventStreamKind,
  projectApiKeys: projectApiKeyKind,
  workspaces: workspaceKind,
  workspaceApiKeys: workspaceApiKeyKind,
};
