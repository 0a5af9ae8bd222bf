import * as l10n from '@vscode/l10n';
import { AddressError, originOf, parseAddress } from '../../../connections/address.ts';
import { basicOf, headerOf } from '../../../connections/authorization.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import { tryService } from '../../../connections/probe/try-service.ts';
import type { Verdict } from '../../../connections/probe/verdict.ts';
import { withoutUserinfo, type WithoutUserinfo } from '../../../connections/userinfo.ts';
import { isLoopback } from '../../../ory/http/choose-transport.ts';
import type { TransportSettings } from '../../../ory/http/transport.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { BACK, CANCELLED, type Answered, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding } from '../../../editor/wizard-input.ts';
import { loopbackHint } from '../../../editor/this-machine.ts';

export interface AddressAnswer {
  /** Empty where it was skipped. */
  readonly address: string;
  /** A credential is asked for there, or the known one was refused. */
  readonly guarded: boolean;
  readonly untrusted: boolean;
  /** The schemes that it asks for. */
  readonly schemes: readonly string[];
  /** What stood in the address before its host, as a header. */
  readonly authorization?: string;
  /** The user name that stood there without a password. */
  readonly user?: string;
}

export interface AddressQuestion {
  readonly service: Service;
  readonly value: string;
  /** Why it can't be left empty; missing where it can. */
  readonly required?: string;
  readonly settings?: TransportSettings;
  /** Takes note of what stood in the address before it is sent, so that no text shows it. */
  readonly learn: (secret: string) => void;
  /** What is known already for an origin, as a header. */
  readonly known?: (origin: string) => string | undefined;
  /** Whether what stood in the address may be tried while one types; not by what a workspace's settings say. */
  readonly live?: boolean;
}

const defaults: Partial<Record<Service, string>> = {
  'kratos-public': 'http://127.0.0.1:4433',
  'kratos-admin': 'http://127.0.0.1:4434',
  'hydra-public': 'http://127.0.0.1:4444',
  'hydra-admin': 'http://127.0.0.1:4445',
  'keto-read': 'http://127.0.0.1:4466',
  'keto-write': 'http://127.0.0.1:4467',
  talos: 'http://127.0.0.1:4420',
};

/**
 * Asks for the address of one service; while it is typed, it is tried, and who answers stands at the field. A user name
 * and password in it are taken out at once.
 */
export async function askAddress(
  place: StepPlace,
  { service, value, required, settings, learn, known, live = true }: AddressQuestion,
): Promise<Answered<AddressAnswer>> {
  let found: Omit<AddressAnswer, 'address' | 'authorization'> = {
    guarded: false,
    untrusted: false,
    schemes: [],
  };
  let taken: WithoutUserinfo | undefined;
  /** What was taken out, as long as the address is still one of its origin. */
  const shown = (address: string): string | undefined =>
    taken?.password !== undefined && originIn(taken.address) === originIn(address)
      ? basicOf(taken.user, taken.password)
      : undefined;
  const answer = await enter(place, {
    heading: l10n.t('address of {0}', serviceName(service)),
    prompt: l10n.t(
      'Address of {0}.{1}',
      serviceName(service),
      required ? '' : ' Leave it empty to do without.',
    ),
    placeholder: l10n.t('for instance {0}', defaults[service] ?? 'https://ory.example.com'),
    value,
    live: true,
    rewrite: (text) => {
      const without = withoutUserinfo(text);
      if (!without) return text;
      taken = without;
      if (without.password) learn(basicOf(without.user, without.password));
      return without.address;
    },
    validate: (text) => judgeText(text, required),
    check: async (text, signal) => {
      const address = completed(text);
      const origin = originOf(address);
      const header = live ? (shown(text) ?? known?.(origin)) : undefined;
      const { verdict, untrusted, probed } = await tryService(address, service, {
        signal,
        hint: loopbackHint,
        ...(settings ? { settings } : {}),
        ...(header ? { authorization: headerOf(header) } : {}),
      });
      const guarded = verdict.asksForCredential === true;
      found = { guarded, untrusted, schemes: probed?.refusal?.schemes ?? [] };
      return findingOf(verdict, shown(text) !== undefined, header !== undefined, origin);
    },
  });
  if (answer === BACK || answer === CANCELLED) return answer;
  if (answer.text === '') return { ...found, address: '' };
  const authorization = shown(answer.text);
  const user = taken && originIn(taken.address) === originIn(answer.text) ? taken.user : undefined;
  return {
    ...found,
    address: normal(answer.text),
    ...(authorization ? { authorization } : {}),
    ...(user ? { user } : {}),
  };
}

function originIn(text: string): string | undefined {
  try {
    return originOf(completed(text));
  } catch {
    return undefined;
  }
}

/** Adds what people leave out: `127.0.0.1:4434` and `ory.example.com` are understood. */
export function completed(text: string): string {
  if (/^[a-z][\w+.-]*:\/\//i.test(text) || text.startsWith('unix:')) return text;
  const host = /^(\[[^\]]*\]|[^:/]*)/.exec(text)?.[1] ?? '';
  return `${isLoopback(host) ? 'http' : 'https'}://${text}`;
}

function normal(text: string): string {
  const { baseUrl, socketPath } = parseAddress(completed(text));
  return socketPath ? `unix:${socketPath}` : baseUrl;
}

function judgeText(text: string, required: string | undefined): Finding {
  if (text === '') return required ? { severity: 'refused', message: required } : { severity: 'ok' };
  try {
    const { baseUrl, socketPath } = parseAddress(completed(text));
    if (!socketPath && new URL(baseUrl).hostname.endsWith('.projects.oryapis.com')) {
      return {
        severity: 'refused',
        message: l10n.t('This is a project of Ory Network: go back and choose “Ory Network project”.'),
      };
    }
    return { severity: 'ok' };
  } catch (error) {
    if (error instanceof AddressError) return { severity: 'refused', message: error.message };
    throw error;
  }
}

function findingOf(
  { ok, message, asksForCredential, suggestion }: Verdict,
  tookOut: boolean,
  triedWith: boolean,
  origin: string,
): Finding {
  const note = tookOut
    ? l10n.t(' The user name and password were taken out; they go to the secret store.')
    : '';
  if (asksForCredential && triedWith)
    return {
      severity: 'doubt',
      message: l10n.t('{0} refused the user name and password or the token.{1}', origin, note),
    };
  return {
    severity: ok ? (asksForCredential ? 'doubt' : 'ok') : 'wrong',
    message: message + note,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
