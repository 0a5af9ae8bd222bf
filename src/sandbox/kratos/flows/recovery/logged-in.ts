import type { SandboxAnswer } from '../../../http/service.ts';
import { KratosError } from '../../http/errors.ts';
import type { Exchange } from '../../http/exchange.ts';
import { returnTo } from '../return-to.ts';

/** 400: somebody who is logged in needs no recovery. */
export const recoveryNotNeeded = (): KratosError =>
  new KratosError({
    code: 400,
    id: 'session_already_available',
    reason: 'A valid session is there already: nothing has to be recovered.',
  });

/** Tells data so, and sends a page to where it would end. */
export function refuseLoggedIn(ex: Exchange): SandboxAnswer {
  if (ex.isData) return recoveryNotNeeded().toAnswer();
  const { defaultReturn } = ex.kratos.settings.selfService;
  try {
    return ex.redirect(302, returnTo(ex, ex.url, defaultReturn));
  } catch {
    return ex.redirect(302, defaultReturn);
  }
}
