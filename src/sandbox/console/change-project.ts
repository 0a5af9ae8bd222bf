import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import { applyPatch, PatchError } from '../json/patch.ts';
import { objectOr, type JsonObject } from '../json/values.ts';
import {
  badRequest,
  bodyOf,
  ConsoleError,
  notFound,
  putProject,
  requireProject,
  textOf,
  type ConsoleContext,
} from './context.ts';
import { presentProject, type Project } from './model.ts';
import { replaceOrganizations } from './organizations.ts';
import { areServices } from './projects.ts';

/** Fields that no patch and no replacement changes. */
const FIXED = ['id', 'revision_id', 'slug', 'state', 'environment', 'home_region', 'workspace_id'];
/** Settings that Ory Network does not take over: it runs the servers itself. */
const NOT_TAKEN = ['dsn', 'serve', 'secrets', 'log', 'tracing', 'dev'];

interface Warning {
  readonly code: number;
  readonly message: string;
}

/** PUT /projects/{project}: replaces the whole configuration of every service that is sent. */
export function setProject(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireProject(context, request);
  const body = bodyOf(request);
  if (!areServices(body.services)) throw badRequest('services must hold a config for each service.');
  return save(context, before, {
    ...before,
    name: textOf(body, 'name'),
    services: { ...before.services, ...body.services },
    cors_public: body.cors_public ?? before.cors_public,
    cors_admin: body.cors_admin ?? before.cors_admin,
    ...(body.organizations === undefined
      ? {}
      : { organizations: replaceOrganizations(context, before, body.organizations) }),
  });
}

/** PATCH /projects/{project}: a JSON Patch, whatever the revision. */
export function patchProject(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireProject(context, request);
  return save(context, before, patched(context, before, request));
}

/** PATCH /projects/{project}/revision/{revision}: 409 when somebody else was faster. */
export function patchRevision(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireProject(context, request);
  if (request.params.revision !== before.revision_id) {
    throw new ConsoleError({
      code: 409,
      reason: 'The project has another revision by now: read it again and make the patch anew.',
    });
  }
  return save(context, before, patched(context, before, request));
}

/** DELETE /projects/{project}/members/{member} */
export function removeMember(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const project = requireProject(context, request);
  const members = project.members.filter(({ id }) => id !== request.params.member);
  if (members.length === project.members.length) throw notFound('The project has no such member.');
  putProject(context, { ...project, members, updated_at: context.now() });
  return empty(204);
}

function patched(context: ConsoleContext, project: Project, request: SandboxRequest): Project {
  let document: JsonObject;
  try {
    const denied = FIXED.map((name) => `/${name}`);
    document = objectOr(applyPatch(presentProject(project), request.body.toString('utf8'), denied));
  } catch (cause) {
    if (cause instanceof PatchError) throw badRequest(cause.message);
    throw cause;
  }
  const { name, services, cors_public, cors_admin, organizations } = document;
  if (typeof name !== 'string' || name === '') throw badRequest('The name must be a text that is not empty.');
  if (!areServices(services)) throw badRequest('Every service must keep a config.');
  return {
    ...project,
    name,
    services,
    cors_public,
    cors_admin,
    organizations: replaceOrganizations(context, project, organizations ?? []),
  };
}

/** Keeps the change under a new revision and answers with the project and what was not taken over. */
function save(context: ConsoleContext, before: Project, after: Project): SandboxAnswer {
  const warnings: Warning[] = [];
  const services = Object.fromEntries(
    Object.entries(after.services).map(([name, service]) => {
      const config = Object.entries(service.config).filter(([key]) => {
        const taken = !NOT_TAKEN.includes(key);
        if (!taken)
          warnings.push({
            code: 400,
            message: `services.${name}.config.${key} has no effect here and was left out.`,
          });
        return taken;
      });
      return [name, { ...service, config: Object.fromEntries(config) }];
    }),
  );
  const project = { ...after, services, revision_id: randomUUID(), updated_at: context.now() };
  putProject(context, { ...project, id: before.id });
  return json(200, { project: presentProject(project), warnings });
}
