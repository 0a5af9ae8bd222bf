import { errorBody, json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { objectOr } from '../../json/values.ts';
import { noSuchRow } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { asUuid, newId } from '../http/uuid.ts';

const NO_TIME = '0001-01-01T00:00:00Z';
const STUB = 'stub:500';

/** GET /self-service/errors: what a browser was sent to the page for errors with, or the stub that is always there. */
export function getFlowError(ex: Exchange): SandboxAnswer {
  const asked = ex.query.get('error') || ex.query.get('id') || '';
  if (asked === STUB) {
    const body = objectOr(errorBody({ code: 500, reason: 'This error is a stub.' }));
    return json(200, { id: newId(), ...body, created_at: NO_TIME, updated_at: NO_TIME });
  }
  const found = ex.kratos.errors.get(asUuid(asked) ?? '');
  if (!found) throw noSuchRow();
  const { id, error, created_at } = found;
  return json(200, { id, error, created_at, updated_at: created_at });
}
