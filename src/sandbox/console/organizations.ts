import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import type { JsonObject } from '../json/values.ts';
import { badRequest, bodyOf, notFound, putProject, requireProject, type ConsoleContext } from './context.ts';
import type { Organization, Project } from './model.ts';

const SETTINGS = ['default_region', 'session_lifespan'] as const;

/** GET /projects/{project}/organizations, `?domain=`: few enough for one page. */
export function listOrganizations(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const domain = request.query.get('domain') ?? '';
  const organizations = requireProject(context, request)
    .organizations.filter(({ domains }) => domain === '' || domains.includes(domain))
    .map(presentOrganization);
  return json(200, { organizations, has_next_page: false, next_page_token: '' });
}

/** GET /projects/{project}/organizations/{organization} */
export function getOrganization(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, { organization: presentOrganization(requireOrganization(context, request)) });
}

/** POST /projects/{project}/organizations */
export function createOrganization(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const project = requireProject(context, request);
  const now = context.now();
  const organization: Organization = {
    id: randomUUID(),
    created_at: now,
    updated_at: now,
    links: [],
    ...readOrganization(bodyOf(request), {}),
  };
  putProject(context, { ...project, organizations: [...project.organizations, organization] });
  return json(201, presentOrganization(organization));
}

/** PUT /projects/{project}/organizations/{organization} */
export function updateOrganization(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireOrganization(context, request);
  const body = readOrganization(bodyOf(request), before.settings);
  const organization = { ...before, ...body, updated_at: context.now() };
  putOrganization(context, requireProject(context, request), organization);
  return json(200, presentOrganization(organization));
}

/** DELETE /projects/{project}/organizations/{organization} */
export function deleteOrganization(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireOrganization(context, request);
  const project = requireProject(context, request);
  putProject(context, { ...project, organizations: project.organizations.filter((one) => one.id !== id) });
  return empty(204);
}

export function requireOrganization(context: ConsoleContext, request: SandboxRequest): Organization {
  const found = requireProject(context, request).organizations.find(
    ({ id }) => id === request.params.organization,
  );
  if (!found) throw notFound('The project has no organization with this id.');
  return found;
}

/** Puts the changed organization in the place of the old one. */
export function putOrganization(context: ConsoleContext, project: Project, changed: Organization): void {
  const organizations = project.organizations.map((old) => (old.id === changed.id ? changed : old));
  putProject(context, { ...project, organizations });
}

export function presentOrganization(organization: Organization): JsonObject {
  const { id, label, domains, settings, created_at, updated_at } = organization;
  return { id, label, domains, ...settings, created_at, updated_at };
}

/** What is left out of the settings stays, and an empty text takes one away. */
function readOrganization(body: JsonObject, before: Organization['settings']) {
  const { label = '', domains = [] } = body;
  if (typeof label !== 'string') throw badRequest('label must be a text.');
  if (!Array.isArray(domains) || !domains.every((one): one is string => typeof one === 'string'))
    throw badRequest('domains must be a list of texts.');
  const settings = SETTINGS.flatMap((name) => {
    const value = body[name] ?? before[name] ?? '';
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return { label, domains, settings: Object.fromEntries(settings) };
}
