import { randomInt, randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import type { JsonObject } from '../json/values.ts';
import {
  badRequest,
  bodyOf,
  notFound,
  putProject,
  putWorkspace,
  requireProject,
  requireWorkspace,
  textOf,
  type ConsoleContext,
} from './context.ts';
import { presentKey, type ApiKey } from './model.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What holds keys: a project or a workspace. */
interface Holder {
  readonly prefix: 'ory_pat_' | 'ory_wak_';
  readonly owner: { readonly project_id?: string; readonly workspace_id?: string };
  readonly keys: readonly ApiKey[];
  readonly replace: (keys: readonly ApiKey[]) => void;
}

/** The three operations on keys, for projects and for workspaces alike. */
export function listKeys(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { keys, owner } = holderOf(context, request);
  return json(
    200,
    keys.map((key) => presentKey(key, owner, false)),
  );
}

/** Makes a key; only this answer holds its value. */
export function createKey(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const holder = holderOf(context, request);
  const body = bodyOf(request);
  const now = context.now();
  const key: ApiKey = {
    id: randomUUID(),
    name: textOf(body, 'name'),
    owner_id: context.state.workspaces[0]?.id ?? randomUUID(),
    value:
      holder.prefix + Array.from({ length: 32 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
    expires_at: endOf(body, now),
    created_at: now,
    updated_at: now,
  };
  holder.replace([...holder.keys, key]);
  return json(201, presentKey(key, holder.owner, true));
}

export function deleteKey(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const holder = holderOf(context, request);
  const key = holder.keys.find(({ id }) => id === request.params.token);
  if (!key) throw notFound('There is no such key.');
  holder.replace(holder.keys.filter(({ id }) => id !== key.id));
  context.state.revoked.push(key.value);
  return empty(204);
}

/** When the key ends; null for one that doesn't. Throws a ConsoleError (400). */
function endOf({ expires_at = null }: JsonObject, now: string): string | null {
  if (expires_at === null || expires_at === '') return null;
  const end = typeof expires_at === 'string' ? Date.parse(expires_at) : NaN;
  if (Number.isNaN(end)) throw badRequest('expires_at must be a time such as 2030-01-01T00:00:00Z.');
  if (end <= Date.parse(now)) throw badRequest('expires_at must be in the future.');
  return expires_at as string;
}

function holderOf(context: ConsoleContext, request: SandboxRequest): Holder {
  if (request.params.workspace !== undefined) {
    const workspace = requireWorkspace(context, request);
    const replace = (keys: readonly ApiKey[]) => putWorkspace(context, { ...workspace, keys });
    return { prefix: 'ory_wak_', owner: { workspace_id: workspace.id }, keys: workspace.keys, replace };
  }
  const project = requireProject(context, request);
  const replace = (keys: readonly ApiKey[]) => putProject(context, { ...project, keys });
  return { prefix: 'ory_pat_', owner: { project_id: project.id }, keys: project.keys, replace };
}
