import { createHash } from 'node:crypto';
import type { SandboxRequest } from '../../http/service.ts';
import type { HydraContext } from '../context.ts';
import type { Login } from './login-store.ts';

const SESSION = 'ory_hydra_session_dev';

/** The cookies of a request, by name. */
export function cookiesOf({ headers }: SandboxRequest): Map<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

/** The login that the browser remembers, while it lasts. */
export function rememberedLogin(context: HydraContext, request: SandboxRequest): Login | undefined {
  const id = context.seal.open('session', cookiesOf(request).get(SESSION) ?? '');
  const login = typeof id === 'string' ? context.state.logins.get(id) : undefined;
  const over = login !== undefined && login.expiresAt !== null && login.expiresAt <= context.stamps.seconds();
  return over ? undefined : login;
}

/** Remembers a login in the browser: until it is closed, for a while, or as long as cookies live. */
export function sessionCookie(context: HydraContext, login: Login): string {
  const value = context.seal.close('session', login.id);
  const lifetime = login.expiresAt === null ? 10 * 365 * 86_400 : login.expiresAt - context.stamps.seconds();
  return `${SESSION}=${value}; ${attributes(context)}${login.remember ? `; Max-Age=${lifetime}` : ''}`;
}

export const endedSessionCookie = (context: HydraContext): string =>
  `${SESSION}=; ${attributes(context)}; Max-Age=0`;

/** Binds a step of a flow to the browser that began it. */
export function csrfCookie(
  context: HydraContext,
  step: 'login' | 'consent',
  clientId: string,
  value: string,
): string {
  return `${csrfName(step, clientId)}=${value}; ${attributes(context)}; Max-Age=${context.config.ttl.login}`;
}

export const csrfName = (step: 'login' | 'consent', clientId: string): string =>
  `ory_hydra_${step}_csrf_dev_${1_000_000 + (createHash('sha256').update(clientId).digest().readUInt32BE(0) % 4_000_000_000)}`;

const attributes = ({ config }: HydraContext): string => `Path=/; HttpOnly; SameSite=${config.sameSite}`;
