import * as l10n from '@vscode/l10n';
import { isLoopback } from '../ory/http/choose-transport.ts';
import type { Connection } from './model.ts';

/** What of a connection says where its secrets go, and whose settings say so. */
export type Reached = Pick<Connection, 'scope' | 'proxy' | 'caFile' | 'certFile' | 'keyFile'>;

/** Whether an origin is one of Ory Network. */
export const isOrys = (origin: string): boolean =>
  /^https:\/\/(?:[a-z0-9-]+\.projects\.oryapis\.com|api\.console\.ory\.(?:sh|com))$/i.test(origin);

/** The origins to be named in a title; empty where all are Ory's. */
export const namedOrigins = (origins: readonly string[], { scope }: Reached): readonly string[] =>
  origins.filter((origin) => scope === 'workspace' || !isOrys(origin));

/**
 * Where a secret goes and through what, in sentences for the place where it is asked for. Empty where it goes straight
 * to Ory, as the user's own settings say.
 */
export function destinationWords(origins: readonly string[], reached: Reached): string {
  const { scope, proxy, caFile } = reached;
  const named = proxy || caFile ? origins : namedOrigins(origins, reached);
  if (named.length === 0) return '';
  const over = proxy ? l10n.t(' through the proxy {0}', proxy) : '';
  const trusting = caFile ? l10n.t(', trusting the CA file {0}', caFile) : '';
  const open = named.some(isOpen) ? l10n.t(' It isn’t encrypted on the way (http).') : '';
  const whose = scope === 'workspace' ? l10n.t(' The settings of this workspace say so.') : '';
  return l10n.t('It is sent to {0}{1}{2}.{3}{4}', named.join(', '), over, trusting, whose, open);
}

const isOpen = (origin: string): boolean =>
  origin.startsWith('http://') && !isLoopback(new URL(origin).hostname);
