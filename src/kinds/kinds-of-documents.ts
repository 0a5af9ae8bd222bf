/** The kinds of resource that have documents; also the second part of their URIs. A kind is added in `kinds.ts`, too. */
const IDS = [
  'identities',
  'clients',
  'keys',
  'issuers',
  'schemas',
  'sessions',
  'projects',
  'configurations',
  'organizations',
  'eventStreams',
  'projectApiKeys',
  'workspaces',
  'workspaceApiKeys',
] as const;

export type KindId = (typeof IDS)[number];

const ids: ReadonlySet<string> = new Set(IDS);

/** Whether a text names a kind; apart from the kinds themselves, so that URIs can be read before they are loaded. */
export const isKindId = (text: string): text is KindId => ids.has(text);
