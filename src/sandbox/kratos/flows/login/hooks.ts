import type { SandboxAnswer } from '../../../http/service.ts';
import type { JsonObject } from '../../../json/values.ts';
import { KratosError } from '../../http/errors.ts';
import type { Identity } from '../../identities/model.ts';
import type { Session } from '../../sessions/model.ts';
import { uiOf } from '../begin.ts';
import { showVerificationUi } from '../continue-with.ts';
import { complain } from '../problems.ts';
import { startVerification, verificationAfter, verificationStep } from '../verification/after.ts';
import type { LoginWork } from './method.ts';

/** A login that is about to be completed. */
export interface CompletedLogin extends LoginWork {
  readonly identity: Identity;
  readonly session: Session;
  readonly continueWith: readonly JsonObject[];
}

/** What the hooks made of it: an answer that ends the login, or what goes along with its success. */
export interface HookedLogin {
  readonly answer?: SandboxAnswer;
  readonly continueWith: readonly JsonObject[];
  /** The page of a verification that comes first. */
  readonly verification?: string;
}

/** Runs the hooks that the configuration names. Throws an InputProblem when one refuses the login. */
export function runLoginHooks(done: CompletedLogin): HookedLogin {
  const { ex, flow, identity, session } = done;
  const { kratos } = ex;
  const continueWith = [...done.continueWith];
  let verification: string | undefined;
  for (const hook of kratos.settings.selfService.hooksAfter('login', flow.active ?? '')) {
    switch (hook) {
      case 'revoke_active_sessions':
        kratos.sessions.revokeOthers(identity.id, session.id);
        break;
      case 'require_verified_address': {
        const answer = requireVerified(done);
        if (answer) return { answer, continueWith };
        break;
      }
      case 'verification':
        if (flow.requested_aal === 'aal1') {
          continueWith.push(
            ...startVerification(ex, flow, identity, {
              session,
              legacy: kratos.settings.features.legacyVerificationUi,
            }),
          );
        }
        break;
      case 'show_verification_ui': {
        const step = verificationStep(ex, flow);
        if (!step) break;
        continueWith.push(step.entry);
        if (!ex.isData) verification = step.url;
        break;
      }
    }
  }
  return { continueWith, ...(verification === undefined ? {} : { verification }) };
}

/** Lets nobody in without a verified address: a code is sent to the first one. */
function requireVerified(done: CompletedLogin): SandboxAnswer | undefined {
  const { ex, flow, identity, session } = done;
  const legacy = ex.kratos.settings.features.legacyVerifiedLoginError;
  if (legacy && flow.active !== 'password') return undefined;
  if (identity.verifiable_addresses.length === 0) {
    throw new KratosError({ code: 500, reason: 'The account has no address that could be verified.' });
  }
  if (identity.verifiable_addresses.some(({ verified }) => verified)) return undefined;
  if (legacy) throw complain('notVerified');
  const address = identity.verifiable_addresses.find(({ value }) => value !== '');
  if (!address) throw complain('notVerified');
  const next = verificationAfter(ex, flow, identity, address, session);
  const url = uiOf(ex, 'verification', next.id);
  if (!ex.isData) return ex.redirect(303, url);
  const fields = {
    code: 400,
    id: 'session_verified_address_required',
    reason: 'No address of this account is verified yet: a code is on its way.',
    message: 'your email or phone address is not yet verified',
    details: { continue_with: [showVerificationUi(next.id, address.value, url)] },
  };
  return new KratosError(fields, 403).toAnswer();
}
