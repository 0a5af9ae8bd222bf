import { AddressError, parseAddress } from '../../../connections/address.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import { probe } from '../../../connections/probe/probe.ts';
import { unreachableVerdict, type Verdict, verdictOn } from '../../../connections/probe/verdict.ts';
import { isLoopback } from '../../../ory/http/choose-transport.ts';
import type { TransportSettings } from '../../../ory/http/transport.ts';
import type { OryError } from '../../../ory/errors.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { BACK, CANCELLED, type Answered, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding } from '../../../editor/wizard-input.ts';
import { loopbackHint } from '../../../editor/this-machine.ts';

export interface AddressAnswer {
  /** Empty where it was skipped. */
  readonly address: string;
  readonly guarded: boolean;
  readonly untrusted: boolean;
}

export interface AddressQuestion {
  readonly service: Service;
  readonly value: string;
  /** Why it can't be left empty; missing where it can. */
  readonly required?: string;
  readonly settings?: TransportSettings;
}

const defaults: Partial<Record<Service, string>> = {
  'kratos-public': 'http://127.0.0.1:4433',
  'kratos-admin': 'http://127.0.0.1:4434',
  'hydra-public': 'http://127.0.0.1:4444',
  'hydra-admin': 'http://127.0.0.1:4445',
  'keto-read': 'http://127.0.0.1:4466',
  'keto-write': 'http://127.0.0.1:4467',
};

/** Asks for the address of one service; while it is typed, it is tried, and who answers stands at the field. */
export async function askAddress(
  place: StepPlace,
  { service, value, required, settings }: AddressQuestion,
): Promise<Answered<AddressAnswer>> {
  let guarded = false;
  let untrusted = false;
  const answer = await enter(place, {
    heading: `address of ${serviceName(service)}`,
    prompt: `Address of ${serviceName(service)}.${required ? '' : ' Leave it empty to do without.'}`,
    placeholder: `for instance ${defaults[service] ?? 'https://ory.example.com'}`,
    value,
    live: true,
    validate: (text) => judgeText(text, required),
    check: async (text, signal) => {
      const tried = await tryAddress(completed(text), service, settings, signal);
      guarded = tried.verdict.asksForCredential === true;
      untrusted = tried.untrusted;
      return findingOf(tried.verdict);
    },
  });
  if (answer === BACK || answer === CANCELLED) return answer;
  return { address: answer.text === '' ? '' : normal(answer.text), guarded, untrusted };
}

/** Tries an address as that of a service, with all that can go wrong told as a verdict. */
export async function tryAddress(
  address: string,
  service: Service,
  settings: TransportSettings | undefined,
  signal: AbortSignal,
): Promise<{ readonly verdict: Verdict; readonly untrusted: boolean }> {
  try {
    const probed = await probe(address, { signal, ...(settings ? { settings } : {}) });
    return { verdict: verdictOn(probed, service), untrusted: false };
  } catch (error) {
    const verdict = unreachableVerdict(error, loopbackHint(address));
    if (!verdict) throw error;
    return { verdict, untrusted: /SELF_SIGNED|UNABLE_TO/.test((error as OryError).facts.code ?? '') };
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
        message: 'This is a project of Ory Network: go back and choose “Ory Network project”.',
      };
    }
    return { severity: 'ok' };
  } catch (error) {
    if (error instanceof AddressError) return { severity: 'refused', message: error.message };
    throw error;
  }
}

const findingOf = ({ ok, message, asksForCredential }: Verdict): Finding => ({
  severity: ok ? (asksForCredential ? 'doubt' : 'ok') : 'wrong',
  message,
});
