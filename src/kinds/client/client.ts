import * as l10n from '@vscode/l10n';
import type { OAuth2Client } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { patchDocument } from '../../ory/json/diff.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { printJson, toJson } from '../../ory/json/tree.ts';
import {
  createOAuth2Client,
  deleteOAuth2Client,
  getOAuth2Client,
  patchOAuth2Client,
} from '../../ory/operations/clients.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import type { Edit, Kind, ListOf } from '../kind.ts';
import { copyClient, undoClient } from './copy.ts';
import { keyParts } from '../key-set/document-parts.ts';
import { clientState } from './state.ts';
import { clientListing } from './listing.ts';
import { changesForHydra } from './patch.ts';
import { clientProblems } from './problems.ts';
import { clientName } from './row.ts';

/** A PATCH with another client's `client_id` overwrites that client: it must never be sent. */
const readOnlyFields = [
  '/client_id',
  '/created_at',
  '/updated_at',
  '/registration_access_token',
  '/registration_client_uri',
  '/client_secret_expires_at',
];

const lists: readonly ListOf[] = [
  ...[
    'redirect_uris',
    'post_logout_redirect_uris',
    'request_uris',
    'allowed_cors_origins',
    'audience',
    'contacts',
    'grant_types',
    'response_types',
  ].map((name) => ({ at: `/${name}` })),
  { at: '/jwks/keys', by: 'kid' },
];

async function save(client: OryClient, edit: Edit, call: CallOptions = {}): Promise<readonly string[]> {
  const changes = changesForHydra(changesOf(edit, readOnlyFields), edit.fresh, edit.edited);
  if (changes.length > 0) {
    const body = new RawBody(printJson(patchDocument(changes)));
    await client.call(patchOAuth2Client, { id: edit.id, body }, call);
  }
  return [];
}

/** OAuth 2.0 clients (Hydra): `GET`, `POST`, `PATCH`, `DELETE /admin/clients`. */
export const clientKind: Kind = {
  id: 'clients',
  noun: l10n.t('OAuth 2.0 client'),
  service: 'hydra-admin',
  view: 'clients',
  listings: [clientListing],
  documentParts: (document) => keyParts(document),
  stateOf: clientState,
  linked: { members: ['client_id'] },
  inOperations: {
    homes: [
      { path: /^\/admin\/clients\/\{id\}/, parameter: 'id' },
      { path: /^\/admin\/oauth2\/tokens/, parameter: 'client_id' },
      { path: /^\/oauth2\/auth/, parameter: 'client_id' },
      { path: /^\/admin\/oauth2\/auth\/sessions/, parameter: 'client' },
    ],
    services: ['hydra-admin'],
    recognise(node) {
      const asked = childOf(node, 'consent_request') ?? node;
      const found = hasMembers(node, 'client_id', 'grant_types') ? node : childOf(asked, 'client');
      const id = textAt(found, 'client_id');
      return found && id ? { id, node: found } : undefined;
    },
  },
  schema: {
    document: 'OAuth2Client',
    // eslint-disable-next-line texts/extracted -- a name
    created: 'New OAuth2Client',
    free: ['metadata'],
    problems: clientProblems,
  },
  consolePage: '/oauth',
  idName: 'client_id',
  async read(client, id, call) {
    return (await client.call(getOAuth2Client, { id }, call)).text;
  },
  nameOf: (document, id) =>
    clientName({ client_id: id, ...(JSON.parse(printJson(document)) as OAuth2Client) }),
  nameMember: 'client_name',
  secrets: getOAuth2Client.answer.secrets,
  volatile: ['/updated_at'],
  incidental: ['/created_at', '/registration_client_uri', '/registration_access_token'],
  lists,
  writing: { save, readOnlyFields },
  creating: {
    credentials: ['client_secret'],
    copy: copyClient,
    template: () =>
      Promise.resolve(
        toJson({
          client_name: l10n.t('New client'),
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          redirect_uris: ['http://127.0.0.1:3000/callback'],
          scope: 'openid offline_access',
          token_endpoint_auth_method: 'client_secret_basic',
        }),
      ),
    async create(client, document, call) {
      const { data } = await client.call(
        createOAuth2Client,
        { body: new RawBody(printJson(document)) },
        call,
      );
      const chosen = textAt(document, 'client_secret');
      return {
        id: data.client_id ?? '',
        ...(data.client_secret && data.client_secret !== chosen
          ? { secret: { name: l10n.t('client secret'), value: data.client_secret } }
          : {}),
      };
    },
  },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteOAuth2Client, { id }, call);
    },
    consequence: l10n.t('Tokens and consents are deleted too, and a secret can’t be brought back.'),
    undo: undoClient,
  },
};
