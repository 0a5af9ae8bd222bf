import { type DifferenceTable, FROM_TODAY, SINCE_THE_FIRST_AGE } from '../unit/conformance/differences.ts';
import { camel } from '../unit/conformance/peer.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';
import type { DOCUMENTS } from './openapi.ts';

type Document = keyof typeof DOCUMENTS;

/** A difference between catalogue and documents that is meant. */
interface Explained {
  readonly when: RegExp;
  readonly documents: readonly Document[];
  readonly ids: readonly string[] | 'all';
  readonly why: string;
}

/** What the differences from the published clients, which are made from the same documents, do not tell. */
const EXPLAINED: readonly Explained[] = [
  {
    when: /^credential: "(cookie|session-token)", documented "none"$/,
    documents: ['first', 'today'],
    ids: 'all',
    why: 'Self-service is called with a session or cookies, which the documents list as headers, if at all.',
  },
  {
    when: /^credential: "basic", documented "none"$/,
    documents: ['today'],
    ids: ['oAuth2DeviceFlow'],
    why: 'A confidential client shows itself here as at the token endpoint (RFC 8628, 3.1).',
  },
  {
    when: /^credential: "bearer", documented "none"$/,
    documents: ['today'],
    ids: ['createVerifiableCredential'],
    why: 'The server takes whose credential it is from an access token, and answers 401 without one.',
  },
  {
    when: /^bucket: "talos-(admin|public)-\w+", documented undefined$/,
    documents: ['today'],
    ids: 'all',
    why: 'Ory publishes the buckets of API keys in its list of rate limits, and not yet in the document.',
  },
  {
    when: /^answer: "text\/javascript", documented "application\/json"$/,
    documents: ['first', 'today', 'kratos'],
    ids: ['getWebAuthnJavaScript'],
    why: 'Every server answers a script.',
  },
  {
    when: /^subject required: false, documented true$/,
    documents: ['first'],
    ids: ['revokeOAuth2ConsentSessions', 'revokeOAuth2LoginSessions'],
    why: 'A grant or a login session can be named instead of a subject today.',
  },
  {
    when: /^(path: .*|project(_id)?: .*|member(_id)?: .*)$/,
    documents: ['first'],
    ids: ['getProjectMembers', 'removeProjectMember'],
    why: 'Two path parameters were renamed; the paths are the same.',
  },
  {
    when: /^body: only documented$/,
    documents: ['first'],
    ids: ['rejectOAuth2LogoutRequest'],
    why: 'The body was never read, and today’s document has none.',
  },
  {
    when: /^body: not documented$/,
    documents: ['today', 'hydra'],
    ids: ['oAuth2DeviceFlow'],
    why: 'RFC 8628 has this form, and the server answers 400 without it.',
  },
  {
    when: /^(organization|skip_settings): not documented$/,
    documents: ['kratos'],
    ids: ['createBrowserSettingsFlow', 'createNativeSettingsFlow', 'createBrowserRecoveryFlow'],
    why: 'On Ory Network, and in versions after 26.2.0.',
  },
];

const tables: Readonly<Record<Document, DifferenceTable>> = {
  first: SINCE_THE_FIRST_AGE,
  today: FROM_TODAY,
  kratos: FROM_TODAY,
  hydra: FROM_TODAY,
  keto: FROM_TODAY,
};

/** Whether a difference of an operation from a document is listed, here or among those from the clients. */
export function isExplained(document: Document, id: string, difference: string): boolean {
  const { ours = [], peers = [] } = tables[document][id] ?? {};
  const [, name = '', which] = /^([\w.-]+): (not|only) documented$/.exec(difference) ?? [];
  if (which === 'not' && ours.some((one) => one.toLowerCase() === name.toLowerCase())) return true;
  if (which === 'only' && peers.includes(camel(name))) return true;
  return EXPLAINED.some(
    ({ when, documents, ids }) =>
      documents.includes(document) && (ids === 'all' || ids.includes(id)) && when.test(difference),
  );
}

/** What a server’s document has, though the server lacks it or it is meant of another one. */
export function isOfAnother(document: Document, { id, service }: Pick<Operation, 'id' | 'service'>): boolean {
  // Open-source builds of Kratos document the sign-in by FedCM; its code is Ory Network’s.
  if (document === 'kratos') return ['createFedcmFlow', 'updateFedcmFlow'].includes(id);
  // Each server tells its version under the same path; the catalogue’s is that of Kratos.
  return id === 'getVersion' && !service.startsWith(document);
}
