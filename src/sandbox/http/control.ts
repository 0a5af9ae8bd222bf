import type { Faults } from '../faults/faults.ts';
import { parseRules } from '../faults/rule.ts';
import { JsonSyntaxError, readJson } from '../json/read.ts';
import { empty, error, json } from './answers.ts';
import { inbox } from './inbox.ts';
import type { InboxMail } from './mail.ts';
import type { RequestLog } from './request-log.ts';
import type { SandboxAnswer, SandboxRequest } from './service.ts';

/** Where tests steer the sandbox; no Ory server has such a path. */
export const CONTROL_PREFIX = '/.sandbox/';

/**
 * `/.sandbox/faults` (GET the rules, PUT new ones, DELETE them all) and `/.sandbox/requests` (GET the log,
 * DELETE it) and `/.sandbox/mails` (GET what was sent to persons). Pages of other origins reach none of them.
 */
export function control(
  request: SandboxRequest,
  faults: Faults,
  log: RequestLog,
  mails: () => readonly InboxMail[],
): SandboxAnswer {
  const name = request.path.slice(CONTROL_PREFIX.length);
  switch (`${request.method} ${name}`) {
    case 'GET faults':
      return json(200, { rules: faults.list() });
    case 'PUT faults':
      return setFaults(request, faults);
    case 'DELETE faults':
      faults.set([]);
      return empty(204);
    case 'GET requests':
      return json(200, log.toJSON());
    case 'DELETE requests':
      log.clear();
      return empty(204);
    case 'GET mails':
      return inbox(mails(), request.query);
    default:
      return error({
        code: 404,
        reason:
          'Known are GET, PUT and DELETE of /.sandbox/faults, GET and DELETE of /.sandbox/requests, GET of /.sandbox/mails.',
      });
  }
}

function setFaults(request: SandboxRequest, faults: Faults): SandboxAnswer {
  try {
    faults.set(parseRules(readJson(request.body.toString('utf8'))));
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof JsonSyntaxError)) throw cause;
    return error({ code: 400, reason: cause.message });
  }
  return json(200, { rules: faults.list() });
}
