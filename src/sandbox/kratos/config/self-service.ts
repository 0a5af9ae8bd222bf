import { at, isObject } from '../../json/values.ts';
import { readDuration, readFlag, readText } from './read.ts';

const HOUR_MS = 3_600_000;
const FALLBACK_UI = 'http://127.0.0.1:4455/';

/** The flows of self-service, as paths and settings name them. */
export const FLOW_KINDS = ['login', 'registration', 'settings', 'recovery', 'verification'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** Assurance that an endpoint asks for: any session, or the second factor of those who have one. */
export type RequiredAal = 'aal1' | 'highest_available';

export interface FlowSettings {
  readonly enabled: boolean;
  readonly uiUrl: string;
  readonly lifespanMs: number;
}

/** `selfservice` of kratos.yml, with Kratos' own defaults; without a file everything is switched on. */
export interface SelfService {
  readonly flows: Readonly<Record<FlowKind, FlowSettings>>;
  readonly errorUrl: string;
  readonly defaultReturn: string;
  /** Addresses that a flow may lead back to; a host may begin with `*`. */
  readonly allowedReturns: readonly URL[];
  readonly logoutReturn: string;
  readonly privilegedMs: number;
  readonly settingsAal: RequiredAal;
  readonly loginStyle: 'unified' | 'identifier_first';
  /** Registration asks for the profile first, and then for a way to sign in. */
  readonly twoSteps: boolean;
  readonly loginHints: boolean;
  readonly recoveryUse: 'code' | 'link';
  readonly verificationUse: 'code' | 'link';
  /** Tell addresses that nobody has of the attempt, too. */
  readonly notifyUnknown: { readonly recovery: boolean; readonly verification: boolean };
  readonly password: {
    readonly enabled: boolean;
    readonly minLength: number;
    readonly checkSimilarity: boolean;
  };
  readonly profile: { readonly enabled: boolean };
  readonly code: {
    readonly enabled: boolean;
    readonly passwordless: boolean;
    readonly mfa: boolean;
    readonly lifespanMs: number;
    readonly maxSubmissions: number;
  };
  readonly link: { readonly enabled: boolean; readonly lifespanMs: number };
  readonly totp: { readonly enabled: boolean; readonly issuer: string };
  readonly lookup: { readonly enabled: boolean };
  readonly webauthn: { readonly enabled: boolean; readonly rpId: string; readonly rpName: string };
  /** Where a completed flow leads when nobody asked for an address. */
  returnAfter(flow: FlowKind, method: string): string;
  /** Names of the hooks after a method, or those after any method when it has none. */
  hooksAfter(flow: FlowKind, method: string): readonly string[];
}

/** Reads the section. Throws a ConfigError. */
export function readSelfService(config: unknown): SelfService {
  const own = ['selfservice'] as const;
  const none = config === undefined;
  const flow = (...path: string[]) => [...own, 'flows', ...path];
  const method = (...path: string[]) => [...own, 'methods', ...path];
  const defaultReturn = readText(config, ...own, 'default_browser_return_url') ?? FALLBACK_UI;
  const settingsOf = (kind: FlowKind, enabled: boolean): FlowSettings => ({
    enabled: readFlag(config, enabled, ...flow(kind, 'enabled')),
    uiUrl: readText(config, ...flow(kind, 'ui_url')) ?? `${FALLBACK_UI}${kind}`,
    lifespanMs: readDuration(config, HOUR_MS, ...flow(kind, 'lifespan')),
  });
  const use = (kind: string) => (readText(config, ...flow(kind, 'use')) === 'link' ? 'link' : 'code');
  const notify = (kind: string) => readFlag(config, false, ...flow(kind, 'notify_unknown_recipients'));
  const oneStep =
    readFlag(config, false, ...flow('registration', 'enable_legacy_one_step')) ||
    readText(config, ...flow('registration', 'style')) === 'unified';
  return {
    flows: {
      login: settingsOf('login', true),
      registration: settingsOf('registration', true),
      settings: settingsOf('settings', true),
      recovery: settingsOf('recovery', none),
      verification: settingsOf('verification', none),
    },
    errorUrl: readText(config, ...flow('error', 'ui_url')) ?? `${FALLBACK_UI}error`,
    defaultReturn,
    allowedReturns: urls(at(config, ...own, 'allowed_return_urls') ?? (none ? [FALLBACK_UI, LOCAL_UI] : [])),
    logoutReturn: readText(config, ...flow('logout', 'after', 'default_browser_return_url')) ?? defaultReturn,
    privilegedMs: readDuration(config, HOUR_MS, ...flow('settings', 'privileged_session_max_age')),
    settingsAal: requiredAal(readText(config, ...flow('settings', 'required_aal'))),
    loginStyle:
      readText(config, ...flow('login', 'style')) === 'identifier_first' ? 'identifier_first' : 'unified',
    twoSteps: !oneStep,
    loginHints: readFlag(config, false, ...flow('registration', 'login_hints')),
    recoveryUse: use('recovery'),
    verificationUse: use('verification'),
    notifyUnknown: { recovery: notify('recovery'), verification: notify('verification') },
    password: {
      enabled: readFlag(config, true, ...method('password', 'enabled')),
      minLength: Number(at(config, ...method('password', 'config', 'min_password_length')) ?? 8),
      checkSimilarity: readFlag(
        config,
        true,
        ...method('password', 'config', 'identifier_similarity_check_enabled'),
      ),
    },
    profile: { enabled: readFlag(config, true, ...method('profile', 'enabled')) },
    code: {
      enabled: readFlag(config, true, ...method('code', 'enabled')),
      passwordless: readFlag(config, false, ...method('code', 'passwordless_enabled')),
      mfa: readFlag(config, false, ...method('code', 'mfa_enabled')),
      lifespanMs: readDuration(config, HOUR_MS, ...method('code', 'config', 'lifespan')),
      maxSubmissions: Number(at(config, ...method('code', 'config', 'max_submissions')) ?? 5),
    },
    link: {
      enabled: readFlag(config, none, ...method('link', 'enabled')),
      lifespanMs: readDuration(config, HOUR_MS, ...method('link', 'config', 'lifespan')),
    },
    totp: {
      enabled: readFlag(config, none, ...method('totp', 'enabled')),
      issuer: readText(config, ...method('totp', 'config', 'issuer')) ?? 'Ory Sandbox',
    },
    lookup: { enabled: readFlag(config, none, ...method('lookup_secret', 'enabled')) },
    webauthn: {
      enabled: readFlag(config, false, ...method('webauthn', 'enabled')),
      rpId: readText(config, ...method('webauthn', 'config', 'rp', 'id')) ?? 'localhost',
      rpName: readText(config, ...method('webauthn', 'config', 'rp', 'display_name')) ?? 'Ory Sandbox',
    },
    returnAfter: (kind, name) =>
      readText(config, ...flow(kind, 'after', name, 'default_browser_return_url')) ??
      readText(config, ...flow(kind, 'after', 'default_browser_return_url')) ??
      defaultReturn,
    hooksAfter(kind, name) {
      const own = hookNames(at(config, ...flow(kind, 'after', name, 'hooks')));
      if (own.length > 0) return own;
      // Whoever signs up is logged in, and led to the verification.
      if (none && kind === 'registration') return ['show_verification_ui', 'session'];
      return hookNames(at(config, ...flow(kind, 'after', 'hooks')));
    },
  };
}

/** `required_aal`, by default that of the second factor. */
export function requiredAal(text: string | undefined): RequiredAal {
  return text === 'aal1' ? 'aal1' : 'highest_available';
}

const LOCAL_UI = 'http://localhost:4455/';

function urls(value: unknown): readonly URL[] {
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return texts.flatMap((text) => (URL.canParse(text) ? [new URL(text)] : []));
}

/** The session is begun last, wherever its hook stands. */
function hookNames(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const names = value.flatMap((item: unknown) => {
    const name = isObject(item) ? item.hook : undefined;
    return typeof name === 'string' ? [name] : [];
  });
  return names.includes('session') ? [...names.filter((name) => name !== 'session'), 'session'] : names;
}
