import { Stamper } from '../clock.ts';
import { json } from '../http/answers.ts';
import { Router } from '../http/router.ts';
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
import { createKey, deleteKey, listKeys } from './keys.ts';
import type { ConsoleState } from './model.ts';
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
  ['GET', '/workspaces', listWorkspaces],
  ['POST', '/workspaces', createWorkspace],
  ['GET', '/workspaces/{workspace}', getWorkspace],
  ['PUT', '/workspaces/{workspace}', updateWorkspace],
  ['GET', '/workspaces/{workspace}/projects', listWorkspaceProjects],
  ['GET', '/workspaces/{workspace}/tokens', listKeys],
  ['POST', '/workspaces/{workspace}/tokens', createKey],
  ['DELETE', '/workspaces/{workspace}/tokens/{token}', deleteKey],
];

/** Parts of the API that a project has and the sandbox has not. */
const NOT_EMULATED = /^\/projects\/[^/]+\/(eventstreams|organizations)(\/|$)/;

/** Ory Network's console: workspaces, projects, members and keys. */
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
    if (NOT_EMULATED.test(request.path)) {
      throw new ConsoleError({ code: 501, reason: 'The sandbox has no event streams and no organizations.' });
    }
    const found = router.find(request.method, request.path);
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
