import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { printJson, toJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { deleteJsonWebKeySet, getJsonWebKeySet, setJsonWebKeySet } from '../../ory/operations/keys.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { changesOf, hasMembers } from '../changes.ts';
import type { Edit, Kind } from '../kind.ts';
import { FieldError } from '../save-error.ts';
import { keyParts } from './document-parts.ts';
import { keySetListing } from './listing.ts';

/** A body without `keys` would empty the set, whatever was meant. */
function checkKeys(edit: Edit): void {
  const keys = edit.edited.kind === 'object' ? edit.edited.members.get('keys') : undefined;
  if (keys?.kind !== 'array') {
    throw new FieldError(
      '/keys',
      l10n.t('"keys" must be a list: without it the server would empty the set.'),
    );
  }
}

async function save(client: OryClient, edit: Edit, call: CallOptions = {}): Promise<readonly string[]> {
  checkKeys(edit);
  if (changesOf(edit, []).length > 0) {
    // There is no PATCH for key sets: PUT replaces the set, and keys that were left out are deleted.
    await client.call(setJsonWebKeySet, { set: edit.id, body: new RawBody(printJson(edit.edited)) }, call);
  }
  return [];
}

/** JSON Web Key sets (Hydra): `GET`, `PUT`, `DELETE /admin/keys/{set}`. */
export const keySetKind: Kind = {
  id: 'keys',
  noun: l10n.t('key set'),
  service: 'hydra-admin',
  view: 'keys',
  listings: [keySetListing],
  documentParts: keyParts,
  // A trusted issuer's key: the set that holds it.
  linked: {
    isNamed: (name, _, holder, path) =>
      name === 'set' && path.at(-1) === 'public_key' && hasMembers(holder, 'kid'),
  },
  inOperations: {
    homes: [{ path: /^\/admin\/keys\/\{set\}/, parameter: 'set' }],
    services: ['hydra-admin'],
    recognise: (node, { set }) =>
      typeof set === 'string' && hasMembers(node, 'keys') ? { id: set, node } : undefined,
  },
  schema: { document: 'JsonWebKeySet' },
  consolePage: '/oauth',
  idName: 'set',
  async read(client, id, call) {
    return (await client.call(getJsonWebKeySet, { set: id }, call)).text;
  },
  nameOf: (_, id) => id,
  secrets: getJsonWebKeySet.answer.secrets,
  volatile: [],
  unordered: ['/keys'],
  lists: [{ at: '/keys', by: 'kid' }],
  async reveal(client, id, call) {
    return (await client.call(getJsonWebKeySet, { set: id }, call)).text;
  },
  writing: { save, readOnlyFields: [], missing: toJson({ keys: [] }) },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteJsonWebKeySet, { set: id }, call);
    },
    consequence: l10n.t('What was signed or encrypted with its keys can’t be verified or read any more.'),
    async undo(client, id, call) {
      const { text } = await client.call(getJsonWebKeySet, { set: id }, call);
      return {
        words: [
          l10n.t('Undo restores its keys, private parts included.'),
          l10n.t('Undo restores their keys, private parts included.'),
        ],
        original: parseAnswer(text, l10n.t('key set')),
        async restore(again) {
          await client.call(setJsonWebKeySet, { set: id, body: new RawBody(text) }, again);
          return { id };
        },
      };
    },
  },
};
