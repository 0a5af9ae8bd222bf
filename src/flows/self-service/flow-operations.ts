import type { Operation } from '../../ory/operations/operation.ts';
import { createBrowserLoginFlow, createNativeLoginFlow } from '../../ory/operations/login-flows.ts';
import { getLoginFlow, updateLoginFlow } from '../../ory/operations/login-flows.ts';
import { createBrowserLogoutFlow } from '../../ory/operations/logout-flows.ts';
import { createBrowserRecoveryFlow, createNativeRecoveryFlow } from '../../ory/operations/recovery-flows.ts';
import { getRecoveryFlow, updateRecoveryFlow } from '../../ory/operations/recovery-flows.ts';
import {
  createBrowserRegistrationFlow,
  createNativeRegistrationFlow,
  getRegistrationFlow,
  updateRegistrationFlow,
} from '../../ory/operations/registration-flows.ts';
import { createBrowserSettingsFlow, createNativeSettingsFlow } from '../../ory/operations/settings-flows.ts';
import { getSettingsFlow, updateSettingsFlow } from '../../ory/operations/settings-flows.ts';
import {
  createBrowserVerificationFlow,
  createNativeVerificationFlow,
  getVerificationFlow,
  updateVerificationFlow,
} from '../../ory/operations/verification-flows.ts';
import { type Asked, askedOf } from '../../ory/runner/run-input.ts';

/** The flows that are forms. Logout and errors are none: see `logout` and `readError` of the agent. */
export const FLOW_TYPES = ['login', 'registration', 'recovery', 'verification', 'settings'] as const;
export type FlowType = (typeof FLOW_TYPES)[number];

/** Who drives a flow: an app that holds a session token, or a browser with cookies and CSRF tokens. */
export const FLOW_KINDS = ['api', 'browser'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

interface OperationsOfFlow {
  readonly create: Readonly<Record<FlowKind, Operation>>;
  readonly get: Operation;
  readonly update: Operation;
}

/** The operations of the catalogue that start, read and submit each type of flow. */
export const OPERATIONS: Readonly<Record<FlowType, OperationsOfFlow>> = {
  login: {
    create: { api: createNativeLoginFlow, browser: createBrowserLoginFlow },
    get: getLoginFlow,
    update: updateLoginFlow,
  },
  registration: {
    create: { api: createNativeRegistrationFlow, browser: createBrowserRegistrationFlow },
    get: getRegistrationFlow,
    update: updateRegistrationFlow,
  },
  recovery: {
    create: { api: createNativeRecoveryFlow, browser: createBrowserRecoveryFlow },
    get: getRecoveryFlow,
    update: updateRecoveryFlow,
  },
  verification: {
    create: { api: createNativeVerificationFlow, browser: createBrowserVerificationFlow },
    get: getVerificationFlow,
    update: updateVerificationFlow,
  },
  settings: {
    create: { api: createNativeSettingsFlow, browser: createBrowserSettingsFlow },
    get: getSettingsFlow,
    update: updateSettingsFlow,
  },
};

/** What a flow, or a browser's logout, can be started with, as the catalogue declares it; the session travels by itself. */
export function optionsOf(type: FlowType | 'logout', kind: FlowKind): readonly Asked[] {
  if (type === 'logout') return kind === 'browser' ? queryOf(createBrowserLogoutFlow) : [];
  return queryOf(OPERATIONS[type].create[kind]);
}

const queryOf = (operation: Operation): readonly Asked[] =>
  askedOf(operation).filter(({ place }) => place !== 'header');

/** The options among the parameters of an address, as the operation takes them; what it does not know is left out. */
export function optionsIn(
  type: FlowType,
  kind: FlowKind,
  query: URLSearchParams,
): Readonly<Record<string, string | boolean>> {
  const options: Record<string, string | boolean> = {};
  for (const { name, field } of optionsOf(type, kind)) {
    const value = query.get(name);
    if (value) options[name] = field.type === 'boolean' ? value === 'true' : value;
  }
  return options;
}

export const isFlowType = (text: unknown): text is FlowType => FLOW_TYPES.some((type) => type === text);
