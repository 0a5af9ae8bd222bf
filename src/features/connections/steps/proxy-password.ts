import * as l10n from '@vscode/l10n';
import { headerOf } from '../../../connections/authorization.ts';
import type { Reached } from '../../../connections/destination.ts';
import { probe } from '../../../connections/probe/probe.ts';
import type { Answered, StepPlace } from '../../../editor/wizard.ts';
import type { Finding } from '../../../editor/wizard-input.ts';
import { isOryError, PROXY_AUTHENTICATION } from '../../../ory/errors.ts';
import type { TransportSettings } from '../../../ory/http/transport.ts';
import { askUserAndPassword, OTHER } from './user-and-password.ts';

export interface ProxyQuestion {
  readonly proxy: string;
  /** A server behind the proxy, which it is tried with. */
  readonly address: string;
  readonly reached: Reached;
  readonly settings: TransportSettings;
  readonly learn: (secret: string) => void;
  readonly because?: string;
}

/** Asks for the user name and password of a proxy, and tries them. */
export async function askProxyPassword(
  place: StepPlace,
  { proxy, address, reached, settings, learn, because }: ProxyQuestion,
): Promise<Answered<string>> {
  const answer = await askUserAndPassword(place, {
    where: l10n.t('the proxy {0}', proxy),
    origins: [proxy],
    // It goes to the proxy itself.
    reached: { ...reached, proxy: '' },
    ...(because ? { because } : {}),
    check: (header, signal) => {
      learn(header);
      return tried(address, { ...settings, proxyAuthorization: headerOf(header) }, signal);
    },
  });
  return answer === OTHER ? '' : answer;
}

async function tried(address: string, settings: TransportSettings, signal: AbortSignal): Promise<Finding> {
  try {
    await probe(address, { settings, signal, quick: true });
    return { severity: 'ok', message: l10n.t('The proxy took the user name and password.') };
  } catch (error) {
    if (!isOryError(error) || error.kind === 'cancelled') throw error;
    return error.facts.code === PROXY_AUTHENTICATION
      ? { severity: 'wrong', message: l10n.t('The proxy refused the user name and password (407).') }
      : { severity: 'wrong', message: error.message };
  }
}
