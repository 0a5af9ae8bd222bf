import type { SandboxAnswer } from '../http/service.ts';
import {
  createBrowserLoginFlow,
  createNativeLoginFlow,
  getLoginFlow,
  updateLoginFlow,
} from './flows/login/handlers.ts';
import { deleteTestLoginFlow } from './flows/login/trial.ts';
import { createBrowserLogoutFlow, performNativeLogout, updateLogoutFlow } from './flows/logout.ts';
import {
  createBrowserRecoveryFlow,
  createNativeRecoveryFlow,
  getRecoveryFlow,
  updateRecoveryFlow,
} from './flows/recovery/handlers.ts';
import {
  createBrowserRegistrationFlow,
  createNativeRegistrationFlow,
  getRegistrationFlow,
  updateRegistrationFlow,
} from './flows/registration/handlers.ts';
import {
  createBrowserSettingsFlow,
  createNativeSettingsFlow,
  getSettingsFlow,
  updateSettingsFlow,
} from './flows/settings/handlers.ts';
import {
  createBrowserVerificationFlow,
  createNativeVerificationFlow,
  getVerificationFlow,
  updateVerificationFlow,
} from './flows/verification/handlers.ts';
import type { Exchange } from './http/exchange.ts';
import { getFlowError } from './meta/errors.ts';
import {
  disableMyOtherSessions,
  disableMySession,
  exchangeSessionToken,
  listMySessions,
} from './sessions/mine.ts';
import { toSession } from './sessions/whoami.ts';

export type PublicHandler = (ex: Exchange) => SandboxAnswer | Promise<SandboxAnswer>;

type Route = readonly [method: string, template: string, handler: PublicHandler];

const flow = (
  kind: string,
  native: PublicHandler,
  browser: PublicHandler,
  read: PublicHandler,
  submit: PublicHandler,
): readonly Route[] => [
  ['GET', `/self-service/${kind}/api`, native],
  ['GET', `/self-service/${kind}/browser`, browser],
  ['GET', `/self-service/${kind}/flows`, read],
  ['GET', `/self-service/${kind}`, submit],
  ['POST', `/self-service/${kind}`, submit],
];

/** What persons and their apps do for themselves: flows, and their own sessions. */
export const SELF_SERVICE: readonly Route[] = [
  ...flow('login', createNativeLoginFlow, createBrowserLoginFlow, getLoginFlow, updateLoginFlow),
  ...flow(
    'registration',
    createNativeRegistrationFlow,
    createBrowserRegistrationFlow,
    getRegistrationFlow,
    updateRegistrationFlow,
  ),
  ...flow(
    'settings',
    createNativeSettingsFlow,
    createBrowserSettingsFlow,
    getSettingsFlow,
    updateSettingsFlow,
  ),
  ...flow(
    'recovery',
    createNativeRecoveryFlow,
    createBrowserRecoveryFlow,
    getRecoveryFlow,
    updateRecoveryFlow,
  ),
  ...flow(
    'verification',
    createNativeVerificationFlow,
    createBrowserVerificationFlow,
    getVerificationFlow,
    updateVerificationFlow,
  ),
  ['DELETE', '/self-service/login/test', deleteTestLoginFlow],
  ['GET', '/self-service/logout/browser', createBrowserLogoutFlow],
  ['GET', '/self-service/logout', updateLogoutFlow],
  ['DELETE', '/self-service/logout/api', performNativeLogout],
  ['GET', '/self-service/errors', getFlowError],
  ...['GET', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'CONNECT', 'TRACE'].map((method): Route => [
    method,
    '/sessions/whoami',
    toSession,
  ]),
  // The server takes this for one of the ways to ask, and not for a session with that id.
  ['DELETE', '/sessions/whoami', toSession],
  ['GET', '/sessions/token-exchange', exchangeSessionToken],
  ['GET', '/sessions', listMySessions],
  ['DELETE', '/sessions', disableMyOtherSessions],
  ['DELETE', '/sessions/{id}', disableMySession],
];
