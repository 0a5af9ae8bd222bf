import { Stamper } from '../clock.ts';
import { json } from '../http/answers.ts';
import { Router, toSpelling } from '../http/router.ts';
import type {
  Addresses,
  Clock,
  SandboxAnswer,
  SandboxRequest,
  Service,
  ServiceGroup,
} from '../http/service.ts';
import { copy } from '../json/values.ts';
import { authorize } from './authorize.ts';
import { patchProject, patchRevision, removeMember, setProject } from './change-project.ts';
import { ConsoleError, notFound, type ConsoleContext } from './context.ts';
import { createEventStream, deleteEventStream, listEventStreams, setEventStream } from './event-streams.ts';
import { createKey, deleteKey, listKeys } from './keys.ts';
import type { ConsoleState } from './model.ts';
import {
  createOnboardingLink,
  deleteOnboardingLink,
  listOnboardingLinks,
  updateOnboardingLink,
} from './onboarding-links.ts';
import {
  createOrganization,
  deleteOrganization,
  getOrganization,
  listOrganizations,
  updateOrganization,
} from './organizations.ts';
import { createProject, getProject, listMembers, listProjects, purgeProject } from './projects.ts';
import { seedConsole, type SeedConfigs } from './seed.ts';
import {
  createWorkspace,
  getWorkspace,
  listWorkspaceProjects,
  listWorkspaces,
  updateWorkspace,
} from './workspaces.ts';

export interface ConsoleOptions {
  readonly addresses: () => Addresses;
  readonly clock: Clock;
  readonly seed: number;
  /** No workspace and no project at all. */
  readonly empty: boolean;
  /** Configuration of the sandbox's own project, as the files have it. */
  readonly configs: SeedConfigs;
}

type Handler = (context: ConsoleContext, request: SandboxRequest) => SandboxAnswer;

const ORGANIZATIONS = '/projects/{project}/organizations';
const ONBOARDING = `${ORGANIZATIONS}/{organization}/onboarding-portal-links`;

const ROUTES: readonly (readonly [string, string, Handler])[] = [
  ['GET', '/projects', listProjects],
  ['POST', '/projects', createProject],
  ['GET', '/projects/{project}', getProject],
  ['PUT', '/projects/{project}', setProject],
  ['PATCH', '/projects/{project}', patchProject],
  ['DELETE', '/projects/{project}', purgeProject],
  ['PATCH', '/projects/{project}/revision/{revision}', patchRevision],
  ['GET', '/projects/{project}/members', listMembers],
  ['DELETE', '/projects/{project}/members/{member}', removeMember],
  ['GET', '/projects/{project}/tokens', listKeys],
  ['POST', '/projects/{project}/tokens', createKey],
  ['DELETE', '/projects/{project}/tokens/{token}', deleteKey],
  ['GET', '/projects/{project}/eventstreams', listEventStreams],
  ['POST', '/projects/{project}/eventstreams', createEventStream],
  ['PUT', '/projects/{project}/eventstreams/{stream}', setEventStream],
  ['DELETE', '/projects/{project}/eventstreams/{stream}', deleteEventStream],
  ['GET', ORGANIZATIONS, listOrganizations],
  ['POST', ORGANIZATIONS, createOrganization],
  ['GET', `${ORGANIZATIONS}/{organization}`, getOrganization],
  ['PUT', `${ORGANIZATIONS}/{organization}`, updateOrganization],
  ['DELETE', `${ORGANIZATIONS}/{organization}`, deleteOrganization],
  ['GET', ONBOARDING, listOnboardingLinks],
  ['POST', ONBOARDING, createOnboardingLink],
  ['POST', `${ONBOARDING}/{link}`, updateOnboardingLink],
  ['DELETE', `${ONBOARDING}/{link}`, deleteOnboardingLink],
  ['GET', '/workspaces', listWorkspaces],
  ['POST', '/workspaces', createWorkspace],
  ['GET', '/workspaces/{workspace}', getWorkspace],
  ['PUT', '/workspaces/{workspace}', updateWorkspace],
  ['GET', '/workspaces/{workspace}/projects', listWorkspaceProjects],
  ['GET', '/workspaces/{workspace}/tokens', listKeys],
  ['POST', '/workspaces/{workspace}/tokens', createKey],
  ['DELETE', '/workspaces/{workspace}/tokens/{token}', deleteKey],
];

/** Ory Network's console: workspaces and projects, with their members, keys, organizations and event streams. */
export function createConsole(options: ConsoleOptions): ServiceGroup {
  const stamper = new Stamper(options.clock);
  const state: ConsoleState = options.empty
    ? { projects: [], workspaces: [], revoked: [] }
    : seedConsole(options.seed, options.configs);
  const context: ConsoleContext = { state, now: () => stamper.next() };
  const router = new Router();
  for (const [method, template, handler] of ROUTES) {
    router.on(method, template, (request) => handler(context, request));
  }
  const route = (request: SandboxRequest) => {
    if (/^\/health\/(alive|ready)$/.test(request.path)) return json(200, { status: 'ok' });
    authorize(context, request);
    const found = router.find(request.method, request.path);
    if (found.kind === 'other-spelling') return toSpelling(found.path, request);
    if (found.kind === 'none') throw notFound('The console has no such path.');
    if (found.kind === 'other-method') throw new ConsoleError({ code: 405 });
    return found.handler({ ...request, params: found.params });
  };
  const service: Service = {
    name: 'console',
    handle(request) {
      try {
        return route(request);
      } catch (cause) {
        if (cause instanceof ConsoleError) return cause.toAnswer();
        throw cause;
      }
    },
  };
  return {
    services: [service],
    snapshot: () => copy(state),
    restore: (data) => void Object.assign(state, data),
  };
}
