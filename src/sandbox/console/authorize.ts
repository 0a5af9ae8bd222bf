import type { SandboxRequest } from '../http/service.ts';
import { ConsoleError, type ConsoleContext } from './context.ts';

/**
 * The console's API opens to workspace keys only: no key, an unknown kind of key, a deleted one and one that has ended
 * are 401, a project key 403. Throws a ConsoleError.
 */
export function authorize(context: ConsoleContext, request: SandboxRequest): void {
  const key = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (/^ory_(pat|apikey)_/.test(key)) {
    throw new ConsoleError({
      code: 403,
      reason: 'This is the key of a project. Projects are managed with a workspace key (ory_wak_…).',
    });
  }
  if (/^ory_wak_\w+$/.test(key) && !context.state.revoked.includes(key) && !hasEnded(context, key)) return;
  throw new ConsoleError({
    code: 401,
    reason: key === '' ? 'No workspace key was sent.' : 'This key is not valid.',
  });
}

/** Any workspace key opens the sandbox; one of its own does until it ends. */
const hasEnded = ({ state, now }: ConsoleContext, value: string): boolean =>
  state.workspaces
    .flatMap(({ keys }) => keys)
    .some(
      (key) =>
        key.value === value && key.expires_at !== null && Date.parse(key.expires_at) <= Date.parse(now()),
    );
