import type { Exchange } from '../../http/exchange.ts';
import type { Login } from '../../sessions/find.ts';
import { newFlow } from '../begin.ts';
import type { Flow } from '../model.ts';
import { SETTINGS_METHODS } from './methods.ts';
import { forgetPaused } from './resume.ts';
import { sortSettings } from './present.ts';

/** Begins a settings flow of whoever is logged in, and keeps it. Throws a KratosError (400). */
export function newSettings(ex: Exchange, type: Flow['type'], login: Login): Flow {
  const flow = newFlow(ex, 'settings', type, 'show_form');
  flow.identity_id = login.identity.id;
  forgetPaused(ex);
  for (const method of SETTINGS_METHODS) {
    if (method.isEnabled(ex)) method.populate({ ex, flow, extras: {}, ...login });
  }
  sortSettings(ex, flow, login.identity.schema_id);
  ex.kratos.flows.save(flow);
  return flow;
}
