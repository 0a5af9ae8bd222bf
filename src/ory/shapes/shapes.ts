import type { GenericSchema } from 'valibot';
import {
  changedProject,
  eventStream,
  eventStreams,
  member,
  organization,
  organizations,
  project,
  projectKey,
  workspace,
  workspaces,
} from './console.ts';
import {
  challengeRequest,
  client,
  consentSession,
  discovery,
  introspection,
  issuer,
  keySet,
  redirectTo,
} from './hydra.ts';
import { relationships } from './keto.ts';
import { flow, identity, message, recoveryCode, recoveryLink, schemaContainer, session } from './kratos.ts';
import { answerList, object, text } from './parts.ts';

type Shapes = Readonly<Partial<Record<string, GenericSchema>>>;

const flows: Shapes = Object.fromEntries(
  ['Login', 'Registration', 'Settings', 'Recovery', 'Verification'].flatMap((type) =>
    [`createBrowser${type}Flow`, `createNative${type}Flow`, `get${type}Flow`].map(
      (id): [string, GenericSchema] => [id, flow],
    ),
  ),
);

const requests: Shapes = Object.fromEntries<GenericSchema>(
  ['Login', 'Consent', 'Logout'].flatMap((type): [string, GenericSchema][] => [
    [`getOAuth2${type}Request`, challengeRequest],
    [`acceptOAuth2${type}Request`, redirectTo],
    [`rejectOAuth2${type}Request`, redirectTo],
  ]),
);

/**
 * What code relies on in an answer, by operation. Only `data` is held against it, when it is first looked at: a document
 * shows what came, whatever that is. Operations whose answers no code looks into have no shape.
 */
export const SHAPES: Shapes = {
  listIdentities: answerList(identity),
  getIdentity: identity,
  getIdentityByExternalID: identity,
  createIdentity: identity,
  updateIdentity: identity,
  patchIdentity: identity,
  listSessions: answerList(session),
  listIdentitySessions: answerList(session),
  listMySessions: answerList(session),
  getSession: session,
  toSession: session,
  listIdentitySchemas: answerList(schemaContainer),
  listCourierMessages: answerList(message),
  getCourierMessage: message,
  createRecoveryCodeForIdentity: recoveryCode,
  createRecoveryLinkForIdentity: recoveryLink,
  ...flows,
  listOAuth2Clients: answerList(client),
  getOAuth2Client: client,
  createOAuth2Client: client,
  setOAuth2Client: client,
  patchOAuth2Client: client,
  rotateOAuth2ClientSecret: client,
  createOidcDynamicClient: client,
  getOidcDynamicClient: client,
  setOidcDynamicClient: client,
  getJsonWebKeySet: keySet,
  getJsonWebKey: keySet,
  createJsonWebKeySet: keySet,
  discoverJsonWebKeys: keySet,
  discoverOidcConfiguration: discovery,
  listTrustedOAuth2JwtGrantIssuers: answerList(issuer),
  getTrustedOAuth2JwtGrantIssuer: issuer,
  trustOAuth2JwtGrantIssuer: issuer,
  listOAuth2ConsentSessions: answerList(consentSession),
  acceptUserCodeRequest: redirectTo,
  introspectOAuth2Token: introspection,
  ...requests,
  getRelationships: relationships,
  getVersion: object({ version: text }),
  listProjects: answerList(project),
  getProject: project,
  createProject: project,
  setProject: changedProject,
  patchProject: changedProject,
  patchProjectWithRevision: changedProject,
  getProjectMembers: answerList(member),
  createProjectApiKey: projectKey,
  listProjectApiKeys: answerList(projectKey),
  createWorkspaceApiKey: projectKey,
  listWorkspaceApiKeys: answerList(projectKey),
  listWorkspaces: workspaces,
  createWorkspace: workspace,
  listOrganizations: organizations,
  createOrganization: organization,
  listEventStreams: eventStreams,
  createEventStream: eventStream,
};
