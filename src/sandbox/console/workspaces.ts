import { randomUUID } from 'node:crypto';
import { json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import {
  badRequest,
  bodyOf,
  putWorkspace,
  requireWorkspace,
  textOf,
  type ConsoleContext,
} from './context.ts';
import { presentMetadata, presentWorkspace, type Workspace } from './model.ts';
import { pageOf } from './paging.ts';

const POLICIES = ['CHECK_ORGANIZATION_AND_WORKSPACE_MEMBERSHIP', 'CHECK_ACCESS_PERMISSION'];

/** GET /workspaces, page by page. */
export function listWorkspaces(context: ConsoleContext, { query }: SandboxRequest): SandboxAnswer {
  const { items, marks } = pageOf(context.state.workspaces, query);
  return json(200, { workspaces: items.map(presentWorkspace), ...marks });
}

/** GET /workspaces/{workspace} */
export function getWorkspace(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, presentWorkspace(requireWorkspace(context, request)));
}

/** POST /workspaces */
export function createWorkspace(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const now = context.now();
  const name = textOf(bodyOf(request), 'name');
  const workspace: Workspace = { id: randomUUID(), name, created_at: now, updated_at: now, keys: [] };
  context.state.workspaces = [...context.state.workspaces, workspace];
  return json(201, presentWorkspace(workspace));
}

/** PUT /workspaces/{workspace} */
export function updateWorkspace(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireWorkspace(context, request);
  const body = bodyOf(request);
  const { access_policy } = body;
  // Without an organization of its own, a workspace ignores a policy that there is.
  if (access_policy !== undefined && !POLICIES.some((one) => one === access_policy))
    throw badRequest(`access_policy is one of ${POLICIES.join(', ')}.`);
  const workspace = { ...before, name: textOf(body, 'name'), updated_at: context.now() };
  putWorkspace(context, workspace);
  return json(200, presentWorkspace(workspace));
}

/** GET /workspaces/{workspace}/projects */
export function listWorkspaceProjects(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireWorkspace(context, request);
  const projects = context.state.projects
    .filter(({ workspace_id }) => workspace_id === id)
    .map(presentMetadata);
  return json(200, { projects, has_next_page: false, next_page: '' });
}
