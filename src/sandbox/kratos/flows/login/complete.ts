import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import type { JsonObject } from '../../../json/values.ts';
import { NIL_UUID } from '../../http/uuid.ts';
import type { Identity } from '../../identities/model.ts';
import { presentOwn } from '../../identities/own.ts';
import { isStrongEnough, secondFactorUrl } from '../../sessions/assurance.ts';
import { deviceOf, newSession, strengthened, type Completed } from '../../sessions/begin.ts';
import { issueSessionCookie } from '../../sessions/cookie.ts';
import { presentSession, type Device, type Session } from '../../sessions/model.ts';
import { acceptLogin } from '../challenge.ts';
import { redirectBrowserTo } from '../continue-with.ts';
import { changeLocation, identityDisabled } from '../problems.ts';
import { returnAfter } from '../return-to.ts';
import { runLoginHooks } from './hooks.ts';
import type { LoginWork } from './method.ts';

/** Begins (or confirms, or strengthens) the session of whoever was recognised, and answers with it. */
export function completeLogin(work: LoginWork, identity: Identity, completed: Completed): SandboxAnswer {
  const { ex, flow, login } = work;
  const { kratos } = ex;
  if (identity.state !== 'active') throw identityDisabled();
  const prior = login?.identity.id === identity.id ? login.session : undefined;
  const session = prior ? strengthened(ex, prior, completed) : newSession(ex, identity, [completed]);
  const back = returnAfter(ex, flow, flow.active ?? '');
  const isScript = flow.type === 'browser' && ex.isData;
  const done = {
    ...work,
    identity,
    session,
    continueWith: isScript ? [redirectBrowserTo(back)] : [],
    verification: undefined,
  };
  const ended = runLoginHooks(done);
  if (ended.answer) return ended.answer;

  // A confirmed session shows the device once more in this answer; it is kept with those that it had.
  kratos.sessions.put(session);
  const devices = prior ? [...session.devices, { id: NIL_UUID, ...deviceOf(ex) }] : session.devices;
  const now = kratos.identities.get(identity.id) ?? identity;
  const strong = isStrongEnough(kratos, { session, identity: now }, kratos.settings.whoamiAal);
  if (flow.type === 'api') {
    return json(200, {
      session_token: session.token,
      session: shown(work, session, strong ? now : undefined, devices),
      continue_with: ended.continueWith.length === 0 ? null : ended.continueWith,
    });
  }
  issueSessionCookie(ex, session);
  if (!strong) {
    const url = secondFactorUrl(kratos, passedOn(flow.request_url));
    return isScript ? changeLocation(url).toAnswer() : ex.redirect(303, url);
  }
  if (ended.verification !== undefined) return ex.redirect(303, ended.verification);
  const { login_challenge: challenge } = flow;
  const onward = challenge === undefined ? undefined : acceptLogin(ex, challenge, session);
  if (!isScript) return ex.redirect(303, onward ?? back);
  if (onward !== undefined) return changeLocation(onward).toAnswer();
  return json(200, {
    session: shown(work, session, now, devices),
    continue_with: ended.continueWith,
  });
}

function shown(
  { ex: { kratos } }: LoginWork,
  session: Session,
  identity: Identity | undefined,
  devices: readonly Device[],
): JsonObject {
  return presentSession(session, kratos.clock.now(), {
    identity: identity ? presentOwn(kratos, identity) : null,
    devices,
  });
}

/** What of a login's address the next step has to know, too. */
function passedOn(url: string): Record<string, string> {
  const query = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams();
  return Object.fromEntries(
    ['login_challenge', 'return_to'].flatMap((name) => {
      const value = query.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
}
