import type { FlowKind } from '../config/self-service.ts';
import type { Exchange } from '../http/exchange.ts';
import { newId } from '../http/uuid.ts';
import { newForm } from '../ui/form.ts';
import type { Flow, FlowState } from './model.ts';
import { returnTo } from './return-to.ts';

/** The address that a flow's form is posted to. */
export const actionOf = (ex: Exchange, kind: FlowKind, id: string): string =>
  `${ex.kratos.settings.publicUrl()}/self-service/${kind}?flow=${id}`;

/**
 * A new flow with an empty form, not kept yet. Throws a KratosError (400) when it is to lead to an address that is not
 * allowed.
 */
export function newFlow(ex: Exchange, kind: FlowKind, type: Flow['type'], state: FlowState): Flow {
  const { settings, clock } = ex.kratos;
  const { defaultReturn, flows } = settings.selfService;
  returnTo(ex, ex.url, defaultReturn);
  const id = newId();
  const now = ex.kratos.now();
  return {
    id,
    kind,
    type,
    issued_at: now,
    expires_at: new Date(clock.now().getTime() + flows[kind].lifespanMs).toISOString(),
    request_url: ex.url,
    created_at: now,
    updated_at: now,
    state,
    form: newForm(actionOf(ex, kind, id)),
    csrf: ex.csrfToken(),
    memory: {},
  };
}

/** The page of a flow, as the configuration names it. */
export function uiOf(ex: Exchange, kind: FlowKind, id: string): string {
  const url = new URL(ex.kratos.settings.selfService.flows[kind].uiUrl);
  url.searchParams.set('flow', id);
  return url.toString();
}

/** Where a client reads a flow. */
export const readUrlOf = (ex: Exchange, kind: FlowKind, id: string): string =>
  `${ex.kratos.settings.publicUrl()}/self-service/${kind}/flows?id=${id}`;
