import type { HydraConfig } from '../config.ts';
import type { ClientData } from '../clients/model.ts';
import { invalidRequest, invalidScope } from '../http/errors.ts';

/** The words of a `scope` or `audience` parameter, each once. */
export const words = (text: string | null | undefined): string[] => [
  ...new Set((text ?? '').split(' ').filter((word) => word !== '')),
];

/**
 * Whether one of the allowed scopes covers a wanted one. With wildcards, `books.*` covers `books.read`; each `*`
 * stands for one part or, at the end, for more.
 */
export function coversScope(
  allowed: readonly string[],
  wanted: string,
  matching: HydraConfig['scopeMatching'],
): boolean {
  if (matching === 'exact') return allowed.includes(wanted);
  const parts = wanted.split('.');
  return allowed.some((pattern) => {
    const masks = pattern.split('.');
    if (masks.length > parts.length) return false;
    if (masks.length < parts.length && masks.at(-1) !== '*') return false;
    return masks.every((mask, at) => (mask === '*' ? parts[at] !== '' : mask === parts[at]));
  });
}

/** @throws HydraError 400 `invalid_scope` when the client may not ask for one of the scopes. */
export function checkScopes(client: ClientData, wanted: readonly string[], config: HydraConfig): void {
  const allowed = words(client.scope);
  const refused = wanted.find((scope) => !coversScope(allowed, scope, config.scopeMatching));
  if (refused !== undefined) throw invalidScope(`This client may not ask for the scope '${refused}'.`);
}

/** @throws HydraError 400 `invalid_request` when the client may not ask for one of the audiences. */
export function checkAudience(client: ClientData, wanted: readonly string[]): void {
  const allowed = client.audience ?? [];
  const refused = wanted.find((audience) => !allowed.some((one) => coversAudience(one, audience)));
  if (refused !== undefined) throw invalidRequest(`This client may not ask for the audience '${refused}'.`);
}

/** An allowed URL covers itself and the paths below it. */
function coversAudience(allowed: string, wanted: string): boolean {
  if (allowed === wanted) return true;
  const [a, b] = [allowed, wanted].map((one) => /^(\w[\w+.-]*:\/\/[^/?#]*)([^?#]*)/.exec(one));
  if (!a || !b) return false;
  // Hosts are compared letter by letter, as they were written.
  const [prefix = '', path = ''] = [a[2]?.replace(/\/$/, ''), b[2]?.replace(/\/$/, '')];
  return a[1] === b[1] && (path === prefix || path.startsWith(`${prefix}/`));
}
