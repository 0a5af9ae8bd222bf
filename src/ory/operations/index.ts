import * as apiKeys from './api-keys.ts';
import * as authorization from './authorization.ts';
import * as clients from './clients.ts';
import * as consentRequests from './consent-requests.ts';
import * as courier from './courier.ts';
import * as device from './device.ts';
import * as discovery from './discovery.ts';
import * as dynamicClients from './dynamic-clients.ts';
import * as eventStreams from './event-streams.ts';
import * as fedcm from './fedcm.ts';
import * as identities from './identities.ts';
import * as importedApiKeys from './imported-api-keys.ts';
import * as issuedApiKeys from './issued-api-keys.ts';
import * as keys from './keys.ts';
import * as loginFlows from './login-flows.ts';
import * as loginRequests from './login-requests.ts';
import * as logoutFlows from './logout-flows.ts';
import * as logoutRequests from './logout-requests.ts';
import * as metadata from './metadata.ts';
import * as mySessions from './my-sessions.ts';
import * as oauth2Sessions from './oauth2-sessions.ts';
import * as onboardingLinks from './onboarding-links.ts';
import type { Operation } from './operation.ts';
import * as organizations from './organizations.ts';
import * as permissions from './permissions.ts';
import * as projects from './projects.ts';
import * as recoveryFlows from './recovery-flows.ts';
import * as recovery from './recovery.ts';
import * as registrationFlows from './registration-flows.ts';
import * as relationships from './relationships.ts';
import * as schemas from './schemas.ts';
import * as sessions from './sessions.ts';
import * as settingsFlows from './settings-flows.ts';
import * as testLoginFlows from './test-login-flows.ts';
import * as tokens from './tokens.ts';
import * as issuers from './trusted-issuers.ts';
import * as verificationFlows from './verification-flows.ts';
import * as workspaces from './workspaces.ts';

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'effect' in value && 'path' in value;

/**
 * Every operation of the catalogue. An operation is added in the file of its group; a new group is added here.
 * Health and version of any server
 * (`meta.ts`) stand apart.
 */
export const CATALOGUE: readonly Operation[] = [
  identities,
  recovery,
  sessions,
  courier,
  schemas,
  loginFlows,
  testLoginFlows,
  registrationFlows,
  settingsFlows,
  recoveryFlows,
  verificationFlows,
  logoutFlows,
  fedcm,
  mySessions,
  metadata,
  clients,
  dynamicClients,
  keys,
  issuers,
  loginRequests,
  consentRequests,
  logoutRequests,
  oauth2Sessions,
  tokens,
  authorization,
  device,
  discovery,
  relationships,
  permissions,
  issuedApiKeys,
  importedApiKeys,
  apiKeys,
  projects,
  workspaces,
  organizations,
  onboardingLinks,
  eventStreams,
].flatMap((group) => Object.values(group).filter(isOperation));
