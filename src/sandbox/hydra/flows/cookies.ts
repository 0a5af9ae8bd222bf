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

/** The id of the login that the browser had, remembered or not. */
export function loginIdOf({ seal }: HydraContext, request: SandboxRequest): string | undefined {
  const id = seal.open('session', cookiesOf(request).get(SESSION) ?? '');
  return typeof id === 'string' ? id : undefined;
}

/** The login that the browser remembers. */
export const rememberedLogin = (context: HydraContext, request: SandboxRequest): Login | undefined =>
  livingLogin(context, loginIdOf(context, request));

/** A remembered login. How long it is remembered is up to the browser's cookie alone. */
export function livingLogin({ state }: HydraContext, id: string | undefined): Login | undefined {
  const login = id === undefined ? undefined : state.logins.get(id);
  return login?.remember === true ? login : undefined;
}

/** Remembers a login in the browser. @param lifetime seconds */
export const sessionCookie = (context: HydraContext, id: string, lifetime: number): string =>
  `${SESSION}=${context.seal.close('session', id)}; ${attributes(context)}; Max-Age=${lifetime}`;

export const endedSessionCookie = (context: HydraContext): string =>
  `${SESSION}=; ${attributes(context)}; Max-Age=0`;

/** The cookie that binds typing in a device's code to a browser. */
export const DEVICE_CSRF = 'ory_hydra_device_csrf_dev';

/** Binds a step of a flow to the browser that began it. @param name of `csrfName`, or `DEVICE_CSRF` */
export const csrfCookie = (context: HydraContext, name: string, value: string): string =>
  `${name}=${value}; ${attributes(context)}; Max-Age=${context.config.ttl.login}`;

export const csrfName = (step: 'login' | 'consent', clientId: string): string =>
  `ory_hydra_${step}_csrf_dev_${1_000_000 + (createHash('sha256').update(clientId).digest().readUInt32BE(0) % 4_000_000_000)}`;

const attributes = ({ config }: HydraContext): string => `Path=/; HttpOnly; SameSite=${config.sameSite}`;
