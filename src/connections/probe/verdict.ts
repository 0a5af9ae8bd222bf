import * as l10n from '@vscode/l10n';
import { OryError } from '../../ory/errors.ts';
import type { Service } from '../../ory/operations/operation.ts';
import { serviceName } from '../endpoints.ts';
import type { Probed } from './probe.ts';
import type { Refusal } from './signs.ts';

/** What is to be said at the field of an address. */
export interface Verdict {
  readonly ok: boolean;
  readonly message: string;
  /** The address may be right, and a credential is missing or wrong. */
  readonly asksForCredential?: boolean;
  /** An address that answers as it should, where this one doesn't. */
  readonly suggestion?: string;
}

const right = (message: string): Verdict => ({ ok: true, message });
const wrong = (message: string): Verdict => ({ ok: false, message });

/** "Kratos (admin) answers, version v1.2.3"; several services are joined. */
function describe({ services, version }: Probed): string {
  const names = services.map(serviceName).join(' and ');
  return `${names} ${services.length > 1 ? 'answer' : 'answers'}${version ? l10n.t(', version {0}', version) : ''}`;
}

const otherPort: Partial<Record<Service, Service>> = {
  'kratos-admin': 'kratos-public',
  'kratos-public': 'kratos-admin',
  'hydra-admin': 'hydra-public',
  'hydra-public': 'hydra-admin',
  'keto-read': 'keto-write',
  'keto-write': 'keto-read',
};

const portName: Partial<Record<Service, string>> = {
  'kratos-admin': 'admin',
  'kratos-public': 'public',
  'hydra-admin': 'admin',
  'hydra-public': 'public',
  'keto-read': 'read',
  'keto-write': 'write',
};

const usualPort: Partial<Record<Service, string>> = {
  'kratos-public': '4433',
  'kratos-admin': '4434',
  'hydra-public': '4444',
  'hydra-admin': '4445',
  'keto-read': '4466',
  'keto-write': '4467',
};

/** Holds what answers against the service that was asked for, in words for the field. */
export function verdictOn(probed: Probed, wanted: Service): Verdict {
  if (probed.services.includes(wanted)) return right(`${describe(probed)}.`);
  if (probed.tooOld) {
    return wrong(
      l10n.t('{0} answers, which has no /admin paths. It’s too old for this extension.', probed.tooOld),
    );
  }
  if (wanted === 'console' && probed.refusesAsConsole)
    return right(l10n.t('The console API answers and asks for a key.'));
  if (probed.refusal && wanted !== 'console') return refused(probed, probed.refusal, wanted);
  if (probed.leadsTo) return wrong(gatewayWords(probed, probed.leadsTo));
  const other = otherPort[wanted];
  if (other && probed.services.includes(other)) {
    const told = probed.version ? ` (${probed.version})` : '';
    return wrong(
      l10n.t(
        'This is {0} {1} port{2}; the {3} port is asked for{4}.',
        possessive(other),
        portName[other] ?? '',
        told,
        portName[wanted] ?? '',
        usual(wanted),
      ),
    );
  }
  if (probed.services.length > 0) {
    return wrong(l10n.t('{0}: this is not {1}.', describe(probed), serviceName(wanted)));
  }
  if (probed.wantsTls) return wrong(l10n.t('This port speaks TLS: begin the address with https://.'));
  if (probed.html) {
    return wrong(l10n.t('A web page answers (HTML): this is no server of Ory, or a proxy stands before it.'));
  }
  if (probed.healthy) {
    return wrong(l10n.t('A server answers, but not as {0} does: is the path right?', serviceName(wanted)));
  }
  return wrong(
    l10n.t('Something answers, but no server of Ory does so: is the address right, path included?'),
  );
}

function refused({ healthy, origin, services }: Probed, { status }: Refusal, wanted: Service): Verdict {
  const known = healthy || services.length > 0;
  const message = known
    ? l10n.t('A server of Ory at {0} asks for a credential ({1}). You’re asked for it next.', origin, status)
    : l10n.t(
        'Something at {0} answers {1}. It may be a gateway in front of {2}: you’re asked for a user name and password, or a token, next.',
        origin,
        status,
        serviceName(wanted),
      );
  return { ok: true, asksForCredential: true, message };
}

/** The host alone is named: what else stands in such an address may be secret. */
function gatewayWords({ origin }: Probed, leadsTo: string): string {
  return l10n.t(
    '{0} redirects every request to {1}. It may be a gateway with a login page of its own, which can’t be used here: give an address behind it, or a token for it.',
    origin,
    new URL(leadsTo).host,
  );
}

const possessive = (service: Service): string => {
  const product = serviceName(service).replace(/ \(.*/, '');
  return product.endsWith('s') ? `${product}’` : `${product}’s`;
};

const usual = (service: Service): string =>
  usualPort[service] ? l10n.t(' (usually {0})', usualPort[service]) : '';

/** Why nothing answers, in words for the field; undefined where the error is not about reaching a server. */
export function unreachableVerdict(error: unknown, hint = ''): Verdict | undefined {
  if (!(error instanceof OryError) || error.kind === 'cancelled') return undefined;
  return wrong(`${error.message}${hint ? ` ${hint}` : ''}`);
}
