import * as l10n from '@vscode/l10n';
import { RawBody } from '../../ory/operations/operation.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { createOAuth2Client, getOAuth2Client } from '../../ory/operations/clients.ts';
import { PRIVATE_KEY_MEMBERS } from '../../ory/operations/keys.ts';
import { textAt } from '../changes.ts';
import type { Copied, Created, Undo } from '../kind.ts';
import { dropMembers } from '../pick-members.ts';

/** What the server sets, or gave out once. */
const serverSet = [
  'client_secret',
  'client_secret_expires_at',
  'registration_access_token',
  'registration_client_uri',
  'created_at',
  'updated_at',
];

/** A new client like an old one. */
export function copyClient(original: JsonNode): Copied {
  const copied = dropMembers(original, [...serverSet, 'client_id']);
  const name = textAt(original, 'client_name');
  const keys = childOf(childOf(original, 'jwks'), 'keys');
  const privateKeys =
    keys?.kind === 'array' &&
    keys.items.some((key) => PRIVATE_KEY_MEMBERS.some((member) => childOf(key, member)));
  const document = privateKeys ? dropMembers(copied, ['jwks']) : copied;
  const isPublic = textAt(original, 'token_endpoint_auth_method') === 'none';
  return {
    document:
      name === undefined || document.kind !== 'object'
        ? document
        : {
            kind: 'object',
            members: new Map([
              ...document.members,
              ['client_name', { kind: 'string', value: `${name} (copy)` }],
            ]),
          },
    lost: [
      isPublic
        ? l10n.t('The server gives it an id of its own.')
        : l10n.t('The server gives it an id and a secret of its own.'),
      ...(privateKeys ? [l10n.t('Private keys of its key set are not copied.')] : []),
    ],
  };
}

/** Reads a client, to be created anew after it was deleted. */
export async function undoClient(client: OryClient, id: string, call?: CallOptions): Promise<Undo> {
  const original = parseAnswer((await client.call(getOAuth2Client, { id }, call)).text, 'client');
  const isPublic = textAt(original, 'token_endpoint_auth_method') === 'none';
  return {
    words: isPublic
      ? [
          l10n.t('Undo re-creates it without tokens or consents.'),
          l10n.t('Undo re-creates them without tokens or consents.'),
        ]
      : [
          l10n.t('Undo re-creates it with a new secret, without tokens or consents.'),
          l10n.t('Undo re-creates them with new secrets, without tokens or consents.'),
        ],
    original,
    restore: (again) => restore(client, dropMembers(original, serverSet), again),
  };
}

/** Hydra 2.0 takes no id that it did not choose. */
async function restore(client: OryClient, document: JsonNode, call?: CallOptions): Promise<Created> {
  const create = async (body: JsonNode) =>
    (await client.call(createOAuth2Client, { body: new RawBody(printJson(body)) }, call)).data;
  const data = await create(document).catch((error: unknown) => {
    if (hasStatus(error, 400)) return create(dropMembers(document, ['client_id']));
    throw error;
  });
  return {
    id: data.client_id ?? '',
    ...(data.client_secret ? { secret: { name: l10n.t('client secret'), value: data.client_secret } } : {}),
  };
}
