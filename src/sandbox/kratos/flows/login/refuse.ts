import type { SandboxAnswer } from '../../../http/service.ts';
import type { Exchange } from '../../http/exchange.ts';
import { requestOf } from '../challenge.ts';
import type { Flow } from '../model.ts';
import { refuse } from '../refuse.ts';
import { newLogin } from './begin.ts';
import { presentLogin, sortLogin } from './present.ts';

/** Answers a submission of a login that went wrong. */
export function refuseLogin(ex: Exchange, flow: Flow, cause: unknown): SandboxAnswer {
  return refuse(ex, flow, cause, {
    expired: 'loginExpired',
    resets: true,
    pageStatus: 303,
    beginAgain(old) {
      const { flow: fresh } = newLogin(ex, old.type);
      fresh.request_url = old.request_url;
      fresh.identity_schema = old.identity_schema;
      return fresh;
    },
    sort: sortLogin,
    present: (refused) => presentLogin(refused, requestOf(ex, refused)),
  });
}
