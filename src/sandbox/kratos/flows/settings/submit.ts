import { json } from '../../../http/answers.ts';
import type { SandboxAnswer } from '../../../http/service.ts';
import { uiOf } from '../begin.ts';
import { complain } from '../problems.ts';
import { refuse, requireInTime } from '../refuse.ts';
import { ALSO_AS_LINK, readSubmitted } from '../values.ts';
import { newSettings } from './begin.ts';
import { completeSettings } from './complete.ts';
import type { SettingsMethod, SettingsOutcome, SettingsWork } from './method.ts';
import { SETTINGS_METHODS } from './methods.ts';
import { requireOwner } from './owner.ts';
import { presentSettings, sortSettings } from './present.ts';
import { askToRefresh, RefreshNeeded } from './refresh.ts';
import { pause, resume } from './resume.ts';

/** Submits a settings flow of whoever is logged in. */
export function updateSettings(work: SettingsWork): SandboxAnswer {
  const { ex, flow, identity } = work;
  try {
    requireInTime(ex, flow);
    requireOwner(flow.identity_id, work);
    return submit(work);
  } catch (cause) {
    if (cause instanceof RefreshNeeded) return askToRefresh(ex, flow);
    return refuse(ex, flow, cause, {
      expired: 'settingsExpired',
      resets: false,
      pageStatus: 303,
      beginAgain(old) {
        const fresh = newSettings(ex, old.type, work);
        fresh.request_url = old.request_url;
        return fresh;
      },
      sort: (refused) => {
        sortSettings(ex, refused, identity.schema_id);
      },
      present: (refused) => presentSettings(ex, refused),
    });
  }
}

function submit(work: SettingsWork): SandboxAnswer {
  const { ex, flow, extras } = work;
  for (const method of SETTINGS_METHODS) {
    const outcome = attempt(work, method);
    if (!outcome) continue;
    if ('identity' in outcome) return completeSettings(work, method.id, outcome.identity);
    if (flow.type === 'browser' && !ex.isData) return ex.redirect(303, uiOf(ex, 'settings', flow.id));
    return json(200, presentSettings(ex, flow, extras));
  }
  throw complain('noSettingsMethod');
}

/** What was paused before goes on; else what is submitted now counts. */
function attempt(work: SettingsWork, method: SettingsMethod): SettingsOutcome {
  const submitted =
    resume(work, method.id) ?? readSubmitted(work.ex, method.postOnly === true ? {} : ALSO_AS_LINK);
  try {
    return method.submit(work, submitted);
  } catch (cause) {
    const pauses = method.pausesAlways === true || work.flow.type === 'browser';
    if (cause instanceof RefreshNeeded && pauses) pause(work, method.id, submitted);
    throw cause;
  }
}
