import { patchOAuth2Client } from '../../ory/operations/clients.ts';
import { patchIdentity, updateIdentity } from '../../ory/operations/identities.ts';
import { setJsonWebKeySet } from '../../ory/operations/keys.ts';
import { type Operation, RawBody } from '../../ory/operations/operation.ts';
import type { Hands } from './jobs.ts';
import type { Given, Request } from './messages.ts';
import { packError } from './pack-error.ts';

/** What kinds write by whose documents may be large. */
const operations: readonly Operation[] = [patchIdentity, updateIdentity, patchOAuth2Client, setJsonWebKeySet];

/**
 * Does what a job of the thread asks for.
 * @param job takes an error as it is, because it would lose what belongs to it on its way
 */
export async function give(
  request: Request,
  job: { readonly hands: Hands; readonly errors: unknown[] },
): Promise<Given> {
  const { client, call, find } = job.hands;
  try {
    if (request.what === 'find') {
      return { found: (await find?.(request.schema, request.others, request.text)) ?? [] };
    }
    const operation = operations.find(({ id }) => id === request.operation);
    if (!operation || !client) throw new Error(`${request.operation} is not for large documents.`);
    const body = request.body === undefined ? {} : { body: new RawBody(request.body) };
    await client.call(operation, { ...request.parameters, ...body } as never, call);
    return {};
  } catch (error) {
    const number = job.errors.push(error) - 1;
    return { error: { is: 'given', number, error: packError(error) } };
  }
}
