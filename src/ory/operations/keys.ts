import * as l10n from '@vscode/l10n';
import type { CreateJsonWebKeySet, JsonWebKey, JsonWebKeySet } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

/** The members of a JWK that only its owner may know (RFC 7518, 6.2.2, 6.3.2 and 6.4.1). */
export const PRIVATE_KEY_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** Pointers to the private members of a JWK that stands at a pointer. */
export const privateMembers = (at: string) => [
  ...PRIVATE_KEY_MEMBERS.map((member) => `${at}/${member}`),
  // Further primes of an RSA key, each an object.
  `${at}/oth/**`,
];
const setSecrets = privateMembers('/keys/*');
const hydraAdmin = { service: 'hydra-admin' } as const;
const set = inPath(l10n.t('Name of the key set.'));
const kid = inPath(l10n.t('Id of the key.'));

export const getJsonWebKeySet = operation({
  ...hydraAdmin,
  id: 'getJsonWebKeySet',
  formerId: 'admin_get_json_web_key_set',
  summary: l10n.t('Read a key set, private parts included.'),
  method: 'GET',
  path: '/admin/keys/{set}',
  effect: 'read',
  parameters: { set },
  answer: json<JsonWebKeySet>(setSecrets),
  bucket: 'hydra-admin-medium',
});

export const createJsonWebKeySet = operation({
  ...hydraAdmin,
  id: 'createJsonWebKeySet',
  formerId: 'admin_create_json_web_key_set',
  summary: l10n.t('Generate a key and add it to a set, which is made where it is missing.'),
  method: 'POST',
  path: '/admin/keys/{set}',
  effect: 'write',
  parameters: { set },
  body: jsonBody<CreateJsonWebKeySet>(l10n.t('Algorithm, use and id of the new key.')),
  answer: json<JsonWebKeySet>(setSecrets),
  bucket: 'hydra-admin-low',
});

export const setJsonWebKeySet = operation({
  ...hydraAdmin,
  id: 'setJsonWebKeySet',
  formerId: 'admin_update_json_web_key_set',
  summary: l10n.t('Replace a key set: keys that are left out are deleted.'),
  method: 'PUT',
  path: '/admin/keys/{set}',
  effect: 'write',
  parameters: { set },
  body: jsonBody<JsonWebKeySet>(l10n.t('The whole key set.'), setSecrets),
  answer: json<JsonWebKeySet>(setSecrets),
  bucket: 'hydra-admin-low',
});

export const deleteJsonWebKeySet = operation({
  ...hydraAdmin,
  id: 'deleteJsonWebKeySet',
  formerId: 'admin_delete_json_web_key_set',
  summary: l10n.t('Delete a key set with all its keys.'),
  method: 'DELETE',
  path: '/admin/keys/{set}',
  effect: 'destroy',
  parameters: { set },
  answer: nothing,
  bucket: 'hydra-admin-low',
});

export const getJsonWebKey = operation({
  ...hydraAdmin,
  id: 'getJsonWebKey',
  formerId: 'admin_get_json_web_key',
  summary: l10n.t('Read one key; the answer is a set that holds it.'),
  method: 'GET',
  path: '/admin/keys/{set}/{kid}',
  effect: 'read',
  parameters: { set, kid },
  answer: json<JsonWebKeySet>(setSecrets),
  bucket: 'hydra-admin-medium',
});

export const setJsonWebKey = operation({
  ...hydraAdmin,
  id: 'setJsonWebKey',
  formerId: 'admin_update_json_web_key',
  summary: l10n.t('Replace one key of a set.'),
  method: 'PUT',
  path: '/admin/keys/{set}/{kid}',
  effect: 'write',
  parameters: { set, kid },
  body: jsonBody<JsonWebKey>(l10n.t('The key.'), privateMembers('')),
  answer: json<JsonWebKey>(privateMembers('')),
  bucket: 'hydra-admin-low',
});

export const deleteJsonWebKey = operation({
  ...hydraAdmin,
  id: 'deleteJsonWebKey',
  formerId: 'admin_delete_json_web_key',
  summary: l10n.t('Delete one key of a set.'),
  method: 'DELETE',
  path: '/admin/keys/{set}/{kid}',
  effect: 'destroy',
  parameters: { set, kid },
  answer: nothing,
  bucket: 'hydra-admin-low',
});
