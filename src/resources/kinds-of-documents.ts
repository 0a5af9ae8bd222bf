import type { KindId } from './kind.ts';

const ids: ReadonlySet<string> = new Set<KindId>([
  'identities',
  'clients',
  'keys',
  'issuers',
  'schemas',
  'sessions',
  'projects',
  'configurations',
]);

/** Whether a text names a kind; apart from the kinds themselves, so that URIs can be read before they are loaded. */
export const isKindId = (text: string): text is KindId => ids.has(text);
