import { isNoRoute } from '../../ory/no-route.ts';

/**
 * What an error means for a request that older servers lack; any other error as it is.
 * @param lacks what such a server can't do: "deleting credentials"
 */
export const orTooOld = (error: unknown, lacks: string): unknown =>
  isNoRoute(error)
    ? new Error(`This server is too old for ${lacks}: it has no such request (${error.status}).`)
    : error;
