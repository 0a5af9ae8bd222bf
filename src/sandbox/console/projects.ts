import { randomInt, randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import { isObject } from '../json/values.ts';
import { Random } from '../seed/random.ts';
import { badRequest, bodyOf, requireProject, textOf, type ConsoleContext } from './context.ts';
import { presentMetadata, presentProject, type Project } from './model.ts';
import { defaultServices, newSlug } from './seed.ts';

/** GET /projects */
export function listProjects(context: ConsoleContext): SandboxAnswer {
  return json(200, context.state.projects.map(presentMetadata));
}

/** GET /projects/{project} */
export function getProject(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, presentProject(requireProject(context, request)));
}

/** POST /projects */
export function createProject(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const body = bodyOf(request);
  const environment = textOf(body, 'environment');
  if (!['prod', 'stage', 'dev'].includes(environment)) throw badRequest('environment is prod, stage or dev.');
  const workspace = body.workspace_id ?? context.state.workspaces[0]?.id ?? null;
  if (workspace !== null && !context.state.workspaces.some(({ id }) => id === workspace)) {
    throw badRequest('workspace_id names no workspace that this key opens.');
  }
  const now = context.now();
  const project: Project = {
    id: randomUUID(),
    revision_id: randomUUID(),
    name: textOf(body, 'name'),
    slug: newSlug(new Random(randomInt(2 ** 32))),
    state: 'running',
    environment,
    home_region: typeof body.home_region === 'string' ? body.home_region : 'eu-central',
    workspace_id: typeof workspace === 'string' ? workspace : null,
    services: defaultServices(),
    cors_public: { enabled: false, origins: [] },
    cors_admin: { enabled: false, origins: [] },
    organizations: [],
    created_at: now,
    updated_at: now,
    members: [],
    keys: [],
  };
  context.state.projects = [...context.state.projects, project];
  return json(201, presentProject(project));
}

/** DELETE /projects/{project}: gone for good. The data of the sandbox's other ports stays. */
export function purgeProject(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireProject(context, request);
  context.state.projects = context.state.projects.filter((project) => project.id !== id);
  return empty(204);
}

/** GET /projects/{project}/members */
export function listMembers(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, requireProject(context, request).members);
}

/** True when a value is a map of services, each with a configuration. */
export function areServices(value: unknown): value is Project['services'] {
  return (
    isObject(value) && Object.values(value).every((service) => isObject(service) && isObject(service.config))
  );
}
