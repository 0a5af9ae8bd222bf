import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import type { JsonObject } from '../json/values.ts';
import { badRequest, bodyOf, notFound, requireProject, type ConsoleContext } from './context.ts';
import type { OnboardingLink } from './model.ts';
import { putOrganization, requireOrganization } from './organizations.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A link without a date of its own is good for a week. */
const LIFESPAN_DAYS = 7;

/** GET …/organizations/{organization}/onboarding-portal-links */
export function listOnboardingLinks(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, { links: requireOrganization(context, request).links });
}

/** POST …/organizations/{organization}/onboarding-portal-links */
export function createOnboardingLink(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id: organization_id } = requireOrganization(context, request);
  const now = context.now();
  const id = randomUUID();
  const link: OnboardingLink = {
    id,
    project_id: requireProject(context, request).id,
    organization_id,
    value: `https://onboarding.example.com/${id}/${randomUUID()}`,
    expires_at: new Date(Date.parse(now) + LIFESPAN_DAYS * DAY_MS).toISOString(),
    created_at: now,
    updated_at: now,
    ...readLink(bodyOf(request)),
  };
  replaceLinks(context, request, (links) => [...links, link]);
  return json(201, link);
}

/** POST …/onboarding-portal-links/{link} */
export function updateOnboardingLink(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const link = {
    ...requireLink(context, request),
    ...readLink(bodyOf(request)),
    updated_at: context.now(),
  };
  replaceLinks(context, request, (links) => links.map((old) => (old.id === link.id ? link : old)));
  return json(200, link);
}

/** DELETE …/onboarding-portal-links/{link} */
export function deleteOnboardingLink(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireLink(context, request);
  replaceLinks(context, request, (links) => links.filter((old) => old.id !== id));
  return empty(204);
}

function requireLink(context: ConsoleContext, request: SandboxRequest): OnboardingLink {
  const found = requireOrganization(context, request).links.find(({ id }) => id === request.params.link);
  if (!found) throw notFound('The organization has no onboarding link with this id.');
  return found;
}

function replaceLinks(
  context: ConsoleContext,
  request: SandboxRequest,
  change: (links: readonly OnboardingLink[]) => readonly OnboardingLink[],
): void {
  const organization = requireOrganization(context, request);
  const links = change(organization.links);
  putOrganization(context, requireProject(context, request), { ...organization, links });
}

function readLink({ enable_sso = false, enable_scim = false, expires_at }: JsonObject) {
  if (typeof enable_sso !== 'boolean' || typeof enable_scim !== 'boolean')
    throw badRequest('enable_sso and enable_scim are true or false.');
  return { enable_sso, enable_scim, ...(typeof expires_at === 'string' ? { expires_at } : {}) };
}
