import type { SandboxRequest } from '../../http/service.ts';
import type { JsonObject } from '../../json/values.ts';
import { decodeBody, DecodeError, type Fields } from './decode.ts';
import { badRequest } from './errors.ts';

/**
 * The body of a request that must be JSON and say so; unknown fields are ignored. `go` is the server's name of the
 * type. Throws a KratosError (400).
 */
export function decodeJsonRequest(request: SandboxRequest, go: string, fields: Fields): JsonObject {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (request.body.length === 0) {
    throw badRequest('Unable to decode HTTP Request Body because its HTTP Header "Content-Length" is zero.');
  }
  if (type !== 'application/json') {
    throw badRequest(
      `HTTP ${request.method} Request used unknown HTTP Header "Content-Type: ${type}", only [application/json] are supported.`,
    );
  }
  try {
    return decodeBody(request.body, { go, fields, strict: false });
  } catch (cause) {
    if (cause instanceof DecodeError) throw badRequest(`Unable to decode JSON payload: ${cause.message}`);
    throw cause;
  }
}
