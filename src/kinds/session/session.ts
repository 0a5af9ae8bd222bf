import * as l10n from '@vscode/l10n';
import { disableSession, getSession } from '../../ory/operations/sessions.ts';
import { hasMembers, textAt } from '../changes.ts';
import type { Kind } from '../kind.ts';
import { sessionsOfConnection, sessionsOfIdentity } from './listing.ts';
import { sessionState } from './state.ts';

/** Sessions (Kratos): `GET`, `DELETE /admin/sessions/{id}`. */
export const sessionKind: Kind = {
  id: 'sessions',
  noun: l10n.t('session'),
  service: 'kratos-admin',
  view: 'identities',
  listings: [sessionsOfIdentity, sessionsOfConnection],
  async parentOf(client, id, call) {
    const { data } = await client.call(getSession, { id, expand: ['identity'] }, call);
    return data.identity && { kind: 'identities', id: data.identity.id };
  },
  stateOf: sessionState,
  linked: {
    members: ['session_id'],
    isNamed: (name, _, holder) => name === 'id' && hasMembers(holder, 'authenticator_assurance_level'),
  },
  inOperations: {
    homes: [{ path: /^\/admin\/sessions\/\{id\}/, parameter: 'id' }],
    services: ['kratos-admin'],
    recognise(node) {
      const id = hasMembers(node, 'authenticator_assurance_level') ? textAt(node, 'id') : undefined;
      return id ? { id, node } : undefined;
    },
  },
  schema: { document: 'Session' },
  consolePage: '',
  idName: 'id',
  async read(client, id, call) {
    return (await client.call(getSession, { id, expand: ['identity', 'devices'] }, call)).text;
  },
  nameOf: (document, id) => textAt(document, 'identity', 'traits', 'email') ?? id,
  secrets: getSession.answer.secrets,
  volatile: [],
  readOnlyReason: l10n.t('Sessions are made by logging in; they can be ended, not edited.'),
  removing: {
    words: { verb: l10n.t('End'), done: 'Ended', preposition: 'at' },
    async remove(client, id, call) {
      await client.call(disableSession, { id }, call);
    },
    consequence: l10n.t('Who is logged in by it has to log in again; it can’t be undone.'),
  },
};
