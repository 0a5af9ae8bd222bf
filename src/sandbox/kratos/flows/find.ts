import type { FlowKind } from '../config/self-service.ts';
import { badRequest, noSuchRow, notFound } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { asUuid } from '../http/uuid.ts';
import type { Flow } from './model.ts';
import { askedReturn } from './return-to.ts';
import { goneFlow } from './problems.ts';

/** The flow that is submitted (`?flow=`). Throws a KratosError (400, 404). */
export function submittedFlow(ex: Exchange, kind: FlowKind): Flow {
  const id = asUuid(ex.query.get('flow') ?? '');
  if (id === undefined) throw badRequest('The flow query parameter is missing or malformed.');
  const flow = ex.kratos.flows.get(kind, id);
  if (flow) return flow;
  if (kind === 'login' || kind === 'registration') throw noSuchRow();
  throw notFound(`There is no such ${kind} flow: begin a new one.`);
}

/** The flow that is read (`?id=`). Throws a KratosError (404). */
export function readFlow(ex: Exchange, kind: FlowKind): Flow {
  const flow = ex.kratos.flows.get(kind, asUuid(ex.query.get('id') ?? '') ?? '');
  if (!flow) throw noSuchRow();
  return flow;
}

/** Throws a 410 to whoever reads a flow that is over; `withId`: it says so in its id, too. */
export function requireUnexpired(ex: Exchange, flow: Flow, withId: boolean, message?: string): void {
  const { clock, settings } = ex.kratos;
  if (new Date(flow.expires_at) >= clock.now()) return;
  const base = `${settings.publicUrl()}/self-service/${flow.kind}`;
  const back = askedReturn(flow);
  const details =
    flow.type === 'browser'
      ? {
          redirect_to: `${base}/browser${back === '' ? '' : `?${new URLSearchParams({ return_to: back }).toString()}`}`,
          return_to: back,
        }
      : { api: `${base}/api` };
  throw goneFlow({
    ...(withId ? { id: 'self_service_flow_expired' } : {}),
    ...(message === undefined ? {} : { message }),
    details,
  });
}
