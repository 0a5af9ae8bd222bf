import { errorBody, json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { objectOr } from '../../json/values.ts';
import { noSuchRow } from '../http/errors.ts';
import { newId } from '../http/uuid.ts';

const NO_TIME = '0001-01-01T00:00:00Z';

/** GET /self-service/errors: only the stub that every Kratos has; it answers 200. */
export function getFlowError(request: SandboxRequest): SandboxAnswer {
  if (request.query.get('id') !== 'stub:500') throw noSuchRow();
  const body = objectOr(errorBody({ code: 500, reason: 'This error is a stub.' }));
  return json(200, { id: newId(), ...body, created_at: NO_TIME, updated_at: NO_TIME });
}
