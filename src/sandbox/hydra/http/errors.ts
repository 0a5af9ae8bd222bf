/** An answer that refuses: Hydra's `{"error","error_description"}` with its status. */
export class HydraError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    description: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(description);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** A request that cannot be read: a body that is no JSON, a parameter that is no number. */
export const malformed = (why: string): HydraError =>
  new HydraError(400, 'The request was malformed or contained invalid parameters', why);

/** A row that is not in the database: clients, trusted issuers, single keys. */
export const noSuchResource = (): HydraError => new HydraError(404, 'Unable to locate the resource', '');

/** What other tables answer: key sets, challenges. */
export const notFound = (why = 'There is nothing under this name.'): HydraError =>
  new HydraError(404, 'Not Found', why);

export const conflict = (): HydraError =>
  new HydraError(
    409,
    'Unable to insert or update resource because a resource with that value exists already',
    '',
  );

export const unauthorized = (why: string): HydraError =>
  new HydraError(401, 'The request could not be authorized', why);

/** What the server says about failures that it has no words for. */
export const unrecognizable = (status = 500): HydraError =>
  new HydraError(status, 'error', 'The server has no name for this failure.');

export const invalidRequest = (why: string): HydraError => new HydraError(400, 'invalid_request', why);
export const invalidGrant = (why: string): HydraError => new HydraError(400, 'invalid_grant', why);
export const invalidScope = (why: string): HydraError => new HydraError(400, 'invalid_scope', why);
export const invalidClient = (why: string): HydraError => new HydraError(401, 'invalid_client', why);
export const invalidMetadata = (why: string): HydraError =>
  new HydraError(400, 'invalid_client_metadata', why);
export const invalidRedirect = (why: string): HydraError => new HydraError(400, 'invalid_redirect_uri', why);

/** A part of Hydra that the sandbox does not play. */
export const notEmulated = (what: string): HydraError =>
  new HydraError(501, 'not_implemented', `The sandbox does not emulate ${what}.`);
