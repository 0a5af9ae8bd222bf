import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import { badRequest, bodyOf, notFound, putProject, requireProject, type ConsoleContext } from './context.ts';
import type { Organization, Project } from './model.ts';
import { hasDomain, readOrganization } from './organization-body.ts';
import { pageOf } from './paging.ts';

/** GET /projects/{project}/organizations, `?domain=`, page by page. */
export function listOrganizations(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const domain = request.query.get('domain') ?? '';
  const found = requireProject(context, request).organizations.filter(
    (organization) => domain === '' || hasDomain(organization, domain),
  );
  const { items, marks } = pageOf(found, request.query);
  return json(200, { organizations: items.map(presentOrganization), ...marks });
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
    ...readOrganization(bodyOf(request), {}, project.organizations),
  };
  putProject(context, { ...project, organizations: [...project.organizations, organization] });
  return json(201, presentOrganization(organization));
}

/** PUT /projects/{project}/organizations/{organization} */
export function updateOrganization(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireOrganization(context, request);
  const project = requireProject(context, request);
  const others = project.organizations.filter(({ id }) => id !== before.id);
  const body = readOrganization(bodyOf(request), before.settings, others);
  const organization = { ...before, ...body, updated_at: context.now() };
  putOrganization(context, project, organization);
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

/**
 * The organizations that a change of the project leaves: by their ids where they have one, new ones without. One that
 * is left out is deleted. Throws a ConsoleError.
 */
export function replaceOrganizations(
  context: ConsoleContext,
  { organizations }: Project,
  list: unknown,
): readonly Organization[] {
  if (!Array.isArray(list) || !list.every(isObject))
    throw badRequest('organizations must be a list of objects.');
  return list.reduce<Organization[]>((done, body) => {
    const before = organizations.find(({ id }) => id === body.id);
    const { label, domains, settings } = readOrganization(body, {}, done);
    const next = { label, domains, settings };
    if (before && isSame(before, next)) return [...done, before];
    const now = context.now();
    const made = before ?? { id: randomUUID(), links: [], created_at: now };
    return [...done, { ...made, ...next, updated_at: now }];
  }, []);
}

const isSame = (a: Organization, b: Pick<Organization, 'label' | 'domains' | 'settings'>): boolean =>
  JSON.stringify([a.label, a.domains, a.settings]) === JSON.stringify([b.label, b.domains, b.settings]);
