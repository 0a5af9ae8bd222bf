import { listIn, objectIn, textIn } from './loose.ts';

/** The login request of an OAuth 2.0 server that a flow answers (`oauth2_login_request`). */
export interface OAuth2Login {
  /** The client's name, or its id. */
  readonly client: string;
  readonly clientId?: string;
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  /** The server remembers the browser: the user need not be asked. */
  readonly skip: boolean;
}

/** Reads a login request leniently; undefined where there is none. */
export function oauth2LoginIn(value: unknown): OAuth2Login | undefined {
  const request = objectIn(value);
  const client = objectIn(request.client);
  const clientId = textIn(client.client_id);
  const name = textIn(client.client_name) ?? clientId;
  if (name === undefined) return undefined;
  const texts = (list: unknown) => listIn(list).flatMap((one) => textIn(one) ?? []);
  return {
    client: name,
    ...(clientId ? { clientId } : {}),
    scope: texts(request.requested_scope),
    audience: texts(request.requested_access_token_audience),
    skip: request.skip === true,
  };
}
