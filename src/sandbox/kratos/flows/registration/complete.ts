import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import type { JsonObject } from '../../../json/values.ts';
import { newId } from '../../http/uuid.ts';
import { follow, stored } from '../../identities/derive.ts';
import { verifyAddress } from '../../identities/verify.ts';
import type { Identity } from '../../identities/model.ts';
import { presentOwn } from '../../identities/own.ts';
import { newSession } from '../../sessions/begin.ts';
import { issueSessionCookie } from '../../sessions/cookie.ts';
import { presentSession, type Session } from '../../sessions/model.ts';
import { fillTraits } from '../../ui/form.ts';
import { acceptLogin } from '../challenge.ts';
import { redirectBrowserTo, setSessionToken } from '../continue-with.ts';
import { returnAfter } from '../return-to.ts';
import { schemaIdOf } from '../schema.ts';
import { startVerification, verificationStep } from '../verification/after.ts';
import { takenProblem } from './taken.ts';
import type { Newcomer, RegistrationWork } from './method.ts';

/** Creates the identity, runs the hooks, and answers. Throws an InputProblem when a login name is taken. */
export function completeRegistration(work: RegistrationWork, newcomer: Newcomer): SandboxAnswer {
  const { ex, flow } = work;
  const { kratos } = ex;
  const identity = create(work, newcomer);
  const back = returnAfter(ex, flow, newcomer.method);
  const isScript = flow.type === 'browser' && ex.isData;
  const continueWith: JsonObject[] = isScript ? [redirectBrowserTo(back)] : [];
  const session = newSession(ex, identity, [{ method: newcomer.method, aal: 'aal1' }]);
  kratos.sessions.put(session);

  let verification: string | undefined;
  if (kratos.settings.selfService.flows.verification.enabled) {
    continueWith.push(
      ...startVerification(ex, flow, identity, {
        session,
        legacy: kratos.settings.features.legacyVerificationUi,
      }),
    );
  }
  for (const hook of kratos.settings.selfService.hooksAfter('registration', newcomer.method)) {
    if (hook === 'show_verification_ui') {
      const step = verificationStep(ex, flow);
      if (!step) continue;
      continueWith.push(step.entry);
      verification = step.url;
    } else if (hook === 'session') {
      const onward = isScript && verification === undefined ? onwardFor(work, session) : undefined;
      if (onward !== undefined) continueWith[0] = redirectBrowserTo(onward);
      const answer = issue(work, session, identity, continueWith);
      if (answer) return answer;
    }
  }
  if (flow.type === 'browser' && !ex.isData) {
    return ex.redirect(303, verification ?? onwardFor(work, session) ?? back);
  }
  return json(200, {
    identity: presentOwn(kratos, current(work, identity)),
    continue_with: listOrNull(continueWith),
  });
}

/** Where an OAuth 2.0 server has a browser go on that it sent to sign up, or in. */
const onwardFor = ({ ex, flow }: RegistrationWork, session: Session): string | undefined =>
  flow.type === 'browser' && flow.login_challenge !== undefined
    ? acceptLogin(ex, flow.login_challenge, session)
    : undefined;

/** The hook that logs a newcomer in: an app gets its answer at once, a page gets the cookie and goes on. */
function issue(
  work: RegistrationWork,
  session: Session,
  identity: Identity,
  continueWith: JsonObject[],
): SandboxAnswer | undefined {
  const { ex, flow } = work;
  const { kratos } = ex;
  const own = presentOwn(kratos, current(work, identity));
  const shown = presentSession(session, kratos.clock.now(), { identity: own, devices: session.devices });
  if (flow.type === 'api') {
    continueWith.push(setSessionToken(session.token));
    return json(200, {
      session_token: session.token,
      session: shown,
      identity: own,
      continue_with: continueWith,
    });
  }
  issueSessionCookie(ex, session);
  if (!ex.isData) return undefined;
  return json(200, { session: shown, identity: own, continue_with: listOrNull(continueWith) });
}

function create(work: RegistrationWork, newcomer: Newcomer): Identity {
  const { ex, flow } = work;
  const { kratos } = ex;
  const now = kratos.now();
  const before = { credentials: newcomer.credentials, verifiable_addresses: [], recovery_addresses: [] };
  const bare: Identity = {
    id: newId(),
    external_id: undefined,
    schema_id: schemaIdOf(ex, flow),
    state: 'active',
    state_changed_at: now,
    traits: newcomer.traits,
    ...follow(before, newcomer.derived, kratos.now),
    metadata_public: null,
    metadata_admin: null,
    created_at: now,
    updated_at: now,
    organization_id: flow.organization_id ?? null,
  };
  const identity =
    newcomer.verified === undefined ? bare : verifyAddress(bare, newcomer.verified, kratos.now);
  if (kratos.identities.conflicts(identity)) {
    fillTraits(flow.form, newcomer.traits);
    throw takenProblem(kratos, identity);
  }
  kratos.identities.put(stored(identity));
  return stored(identity);
}

/** The identity after what the hooks did to it. */
const current = ({ ex }: RegistrationWork, identity: Identity): Identity =>
  ex.kratos.identities.get(identity.id) ?? identity;

const listOrNull = (entries: readonly JsonObject[]): readonly JsonObject[] | null =>
  entries.length === 0 ? null : entries;
