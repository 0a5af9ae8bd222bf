import * as l10n from '@vscode/l10n';
import type { Identity } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { patchDocument } from '../../ory/json/diff.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import {
  createIdentity,
  deleteIdentity,
  getIdentity,
  patchIdentity,
  updateIdentity,
} from '../../ory/operations/identities.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import type { Edit, Kind } from '../kind.ts';
import { FieldError } from '../save-error.ts';
import { identityParts } from './document-parts.ts';
import { identityState } from './state.ts';
import { identityListing } from './listing.ts';
import { patchIsSafe } from './patch-is-safe.ts';
import { putBody } from './put-body.ts';
import { revealIdentity } from './reveal.ts';
import { copyIdentity, undoIdentity } from './copy.ts';
import { identityName } from './row.ts';
import { identityTemplate } from './template.ts';

/** What the server sets by itself, or only by operations of their own. */
const readOnlyFields = [
  '/id',
  '/schema_url',
  '/created_at',
  '/updated_at',
  '/state_changed_at',
  '/credentials',
  '/recovery_addresses',
  '/organization_id',
];

async function save(client: OryClient, edit: Edit, call: CallOptions = {}): Promise<readonly string[]> {
  const changes = changesOf(edit, readOnlyFields);
  if (changes.length === 0) return [];
  checkMetadata(edit.edited);
  if (patchIsSafe(edit.fresh)) {
    const body = new RawBody(printJson(patchDocument(changes)));
    await client.call(patchIdentity, { id: edit.id, body }, call);
  } else {
    if (changes.every((change) => change.path[0] === 'verifiable_addresses')) {
      throw new FieldError(
        '/verifiable_addresses',
        l10n.t('This Kratos is too old to change addresses by themselves: they follow from the traits.'),
      );
    }
    await client.call(
      updateIdentity,
      { id: edit.id, body: new RawBody(printJson(putBody(edit.edited))) },
      call,
    );
  }
  return [];
}

/** A number as metadata makes an identity unreadable on some databases; other values are kept. */
function checkMetadata(edited: JsonNode): void {
  for (const name of ['metadata_admin', 'metadata_public']) {
    const value = edited.kind === 'object' ? edited.members.get(name) : undefined;
    if (value?.kind === 'number')
      throw new FieldError(
        `/${name}`,
        l10n.t('"{0}" can’t be a number: it would make the identity unreadable.', name),
      );
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isIdentity = (node: JsonNode): boolean => hasMembers(node, 'schema_id', 'traits');

const isSession = (node: JsonNode): boolean => hasMembers(node, 'authenticator_assurance_level');

/** Identities (Kratos): `GET`, `POST`, `PUT`, `PATCH`, `DELETE /admin/identities`. */
export const identityKind: Kind = {
  id: 'identities',
  noun: l10n.t('identity'),
  service: 'kratos-admin',
  view: 'identities',
  listings: [identityListing],
  documentParts: identityParts,
  stateOf: identityState,
  linked: {
    members: ['identity_id'],
    isNamed: (name, value, holder) =>
      (name === 'id' && isIdentity(holder)) || ((name === 'subject' || name === 'sub') && UUID.test(value)),
  },
  inOperations: {
    homes: [
      { path: /^\/admin\/identities\/\{id\}/, parameter: 'id' },
      { path: /^\/admin\/oauth2\/auth\/sessions/, parameter: 'subject' },
    ],
    services: ['kratos-admin', 'kratos-public'],
    recognise(node, _, service) {
      const ofSession = service === 'kratos-admin' && isSession(node);
      const found = isIdentity(node) ? node : ofSession ? childOf(node, 'identity') : undefined;
      const id = found && isIdentity(found) ? textAt(found, 'id') : undefined;
      return found && id ? { id, node: found } : undefined;
    },
  },
  schema: {
    document: 'Identity',
    created: 'CreateIdentityBody',
    free: ['traits', 'metadata_public', 'metadata_admin'],
  },
  consolePage: '/identities',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getIdentity, { id }, call)).text;
  },
  nameOf: (document, id) =>
    identityName({ id, ...(JSON.parse(printJson(document)) as Partial<Identity>) } as Identity),
  secrets: getIdentity.answer.secrets,
  volatile: ['/updated_at', '/credentials/*/updated_at', '/credentials/*/version'],
  incidental: [
    '/schema_url',
    '/created_at',
    '/state_changed_at',
    '/credentials/*/created_at',
    ...['verifiable_addresses', 'recovery_addresses'].flatMap((list) =>
      ['id', 'created_at', 'updated_at', 'verified_at'].map((name) => `/${list}/*/${name}`),
    ),
  ],
  lists: [
    { at: '/verifiable_addresses', by: 'id' },
    { at: '/recovery_addresses', by: 'id' },
  ],
  reveal: revealIdentity,
  writing: { save, readOnlyFields },
  creating: {
    credentials: ['password', 'hashed_password', 'oidc'],
    template: identityTemplate,
    copy: copyIdentity,
    async create(client, document, call) {
      checkMetadata(document);
      const reply = await client.call(createIdentity, { body: new RawBody(printJson(document)) }, call);
      return { id: reply.data.id };
    },
  },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteIdentity, { id }, call);
    },
    consequence: l10n.t('Credentials and sessions are deleted too, and can’t be brought back.'),
    undo: undoIdentity,
  },
};
