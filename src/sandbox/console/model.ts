import type { JsonObject } from '../json/values.ts';

/** A project of Ory Network, as the console's API shows it. */
export interface Project {
  readonly id: string;
  readonly revision_id: string;
  readonly name: string;
  readonly slug: string;
  readonly state: string;
  readonly environment: string;
  readonly home_region: string;
  readonly workspace_id: string | null;
  /** By service: identity, oauth2, permission. */
  readonly services: Readonly<Record<string, { readonly config: JsonObject }>>;
  readonly cors_public: unknown;
  readonly cors_admin: unknown;
  readonly organizations: readonly Organization[];
  /** Absent in states of older versions. */
  readonly eventStreams?: readonly EventStream[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly members: readonly Member[];
  readonly keys: readonly ApiKey[];
}

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly email_verified: boolean;
  readonly role: string;
}

export interface Organization {
  readonly id: string;
  readonly label: string;
  readonly domains: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly links: readonly OnboardingLink[];
  readonly created_at: string;
  readonly updated_at: string;
}

/** An address at which an organization sets up its single sign-on; nobody answers there. */
export interface OnboardingLink {
  readonly id: string;
  readonly project_id: string;
  readonly organization_id: string;
  readonly value: string;
  readonly enable_sso: boolean;
  readonly enable_scim: boolean;
  readonly expires_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface EventStream {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** Where it is sent to, by the API's names. */
  readonly places: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A key of a project or a workspace; its value is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly owner_id: string;
  readonly value: string;
  readonly expires_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly keys: readonly ApiKey[];
}

/** What the console keeps. */
export interface ConsoleState {
  projects: Project[];
  workspaces: Workspace[];
  /** Keys that were deleted: they open nothing any more. */
  revoked: string[];
}

export function presentProject(project: Project): JsonObject {
  const { id, revision_id, name, slug, state, environment, home_region, workspace_id } = project;
  const { services, cors_public, cors_admin, organizations } = project;
  return {
    id,
    revision_id,
    name,
    slug,
    state,
    environment,
    home_region,
    workspace_id,
    organizations: organizations.map(({ id, label, domains, settings }) => ({
      id,
      label,
      domains,
      ...settings,
    })),
    services,
    cors_public,
    cors_admin,
  };
}

/** A project in a list: without its configuration. */
export function presentMetadata(project: Project): JsonObject {
  const { id, name, slug, state, environment, home_region, workspace_id, created_at, updated_at } = project;
  return {
    id,
    created_at,
    updated_at,
    name,
    slug,
    hosts: [`${slug}.projects.oryapis.com`],
    state,
    environment,
    home_region,
    workspace_id,
    subscription_id: null,
    subscription_plan: null,
  };
}

export function presentKey(key: ApiKey, owner: JsonObject, withValue: boolean): JsonObject {
  const { id, name, owner_id, value, expires_at, created_at, updated_at } = key;
  return {
    id,
    name,
    ...owner,
    owner_id,
    last_characters: value.slice(-4),
    expires_at,
    created_at,
    updated_at,
    ...(withValue ? { value } : {}),
  };
}

export function presentWorkspace({ id, name, created_at, updated_at }: Workspace): JsonObject {
  return {
    id,
    name,
    organization_id: null,
    subscription_id: null,
    subscription_plan: null,
    created_at,
    updated_at,
  };
}
