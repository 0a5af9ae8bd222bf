import { readJson } from '../../../json/read.ts';
import { objectOr } from '../../../json/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import { newId } from '../../http/uuid.ts';
import type { Submitted } from '../values.ts';
import type { SettingsWork } from './method.ts';

const COOKIE = 'ory_kratos_continuity';
const LIFETIME_MS = 15 * 60_000;

/** Keeps what was submitted until the person has confirmed who they are; the browser remembers where. */
export function pause(work: SettingsWork, method: string, submitted: Submitted): void {
  const { ex, flow, identity } = work;
  const { kratos } = ex;
  const id = newId();
  kratos.paused.add({
    id,
    flow_id: flow.id,
    identity_id: identity.id,
    method,
    values: [...submitted.values],
    expires_at: new Date(kratos.clock.now().getTime() + LIFETIME_MS).toISOString(),
  });
  remember(ex, { ...remembered(ex), [method]: id });
}

/** What was submitted before to this flow with this method, once; undefined when nothing waits. */
export function resume({ ex, flow, identity }: SettingsWork, method: string): Submitted | undefined {
  // Apps and scripts submit again by themselves.
  if (flow.type === 'api' || ex.isData) return undefined;
  const all = remembered(ex);
  const id = all[method];
  if (typeof id !== 'string') return undefined;
  const found = ex.kratos.paused.take(id);
  remember(ex, Object.fromEntries(Object.entries(all).filter(([name]) => name !== method)));
  const fits =
    found?.flow_id === flow.id &&
    found.identity_id === identity.id &&
    new Date(found.expires_at) > ex.kratos.clock.now();
  return fits ? { values: new Map(found.values), isForm: true } : undefined;
}

/** Drops all that waits: the settings begin anew. */
export function forgetPaused(ex: Exchange): void {
  const ids = Object.values(remembered(ex)).filter((id) => typeof id === 'string');
  if (ids.length === 0) return;
  for (const id of ids) ex.kratos.paused.take(id);
  remember(ex, {});
}

function remembered(ex: Exchange): Readonly<Record<string, unknown>> {
  const value = ex.cookies.get(COOKIE);
  if (value === undefined) return {};
  try {
    return objectOr(readJson(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}

function remember(ex: Exchange, all: Readonly<Record<string, unknown>>): void {
  ex.setCookie(COOKIE, Buffer.from(JSON.stringify(all)).toString('base64url'), {});
}
