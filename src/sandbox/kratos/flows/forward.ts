import type { SandboxAnswer } from '../../http/service.ts';
import { objectOr } from '../../json/values.ts';
import { KratosError } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { newId } from '../http/uuid.ts';
import type { Flow } from './model.ts';

/** Tells an error that no form shows: as JSON to apps and scripts, to a browser on the page for errors. */
export function forward(ex: Exchange, flow: Flow | undefined, cause: unknown): SandboxAnswer {
  if (!(cause instanceof KratosError)) throw cause;
  if (flow?.type === 'api' || ex.isData || ex.takesJson) return cause.toAnswer();
  const id = newId();
  ex.kratos.errors.add({ id, error: objectOr(cause.toJSON().error), created_at: ex.kratos.now() });
  const url = new URL(ex.kratos.settings.selfService.errorUrl);
  url.searchParams.set('id', id);
  return ex.redirect(303, url.toString());
}
