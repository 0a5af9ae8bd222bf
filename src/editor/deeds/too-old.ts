import { hasStatus } from '../../ory/errors.ts';

/**
 * What an error means for a request that older servers lack. A server that has it answers JSON even where the resource
 * is missing; its router's own 404 and 405 are text, a page, or (Hydra 2.0) JSON that speaks of a route.
 * @param lacks what such a server can't do: "deleting credentials"
 */
export function orTooOld(error: unknown, lacks: string): unknown {
  if (!hasStatus(error, 404, 405)) return error;
  const ofTheApi = isJson(error.facts.body) && !/\broute does not exist\b/.test(error.facts.reason ?? '');
  if (ofTheApi) return error;
  return new Error(`This server is too old for ${lacks}: it has no such request (${error.status}).`);
}

function isJson(body = ''): boolean {
  try {
    return typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}
