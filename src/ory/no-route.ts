import { hasStatus, type OryError } from './errors.ts';

/**
 * Whether a server has no such request at all. One that has it answers JSON even where the resource is missing; a
 * router's own 404 and 405 are a text, a page, or (Hydra) JSON that speaks of a route.
 */
export const isNoRoute = (error: unknown): error is OryError =>
  hasStatus(error, 404, 405) &&
  (!isJson(error.facts.body) || /\broute does not exist\b/.test(error.facts.reason ?? ''));

function isJson(body = ''): boolean {
  try {
    return typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}
