import type { SandboxAnswer, SandboxRequest } from '../../../http/service.ts';
import type { KratosContext } from '../../context.ts';
import { badRequest, KratosError, noSuchRow, notFound } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { asUuid } from '../../http/uuid.ts';
import { decodeBody, DecodeError } from '../../http/decode.ts';

/**
 * POST /admin/test-login-flows. Trials are of social logins, which are switched off here: what is asked for well is
 * refused as by a server that has none. Throws a KratosError.
 */
export function createTestLoginFlow(_: KratosContext, { body }: SandboxRequest): SandboxAnswer {
  if (providerOf(body) === '') throw badRequest('provider_id is required');
  throw new KratosError({
    code: 500,
    reason: 'The OIDC strategy is not registered: there is nothing to try a login with.',
  });
}

function providerOf(body: SandboxRequest['body']): unknown {
  try {
    const { provider_id = '' } = decodeBody(body, {
      go: 'createTestLoginFlowBody',
      fields: { provider_id: { kind: 'string', go: 'string' } },
      strict: false,
    });
    return provider_id;
  } catch (cause) {
    if (cause instanceof DecodeError) throw badRequest('could not parse request body');
    throw cause;
  }
}

/** DELETE /self-service/login/test?id=: no flow is a trial here. Throws a KratosError. */
export function deleteTestLoginFlow({ kratos, query }: Exchange): SandboxAnswer {
  const id = asUuid(query.get('id') ?? '');
  if (id === undefined) throw badRequest('invalid flow id');
  throw kratos.flows.get('login', id)
    ? notFound('This login flow is no trial: it is left alone.')
    : noSuchRow();
}
