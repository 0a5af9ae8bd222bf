import type { Connection } from '../../../connections/model.ts';
import { getIdentity } from '../../../ory/operations/identities.ts';
import { type Credential, credentialsOf } from '../../../resources/identity/credentials.ts';
import { credentialState } from '../../../resources/identity/state.ts';
import { facts, whenFact } from '../../../resources/row.ts';
import type { StateWord } from '../../../resources/state-word.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { singlePage } from '../lists/single-page.ts';
import { idPart } from '../row-id.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';
import { listNodes } from './list-nodes.ts';
import { own } from '../../../ory/own.ts';

const KEY = 'credentials';

/**
 * The credentials of an identity: types and identifiers, never what proves them. One request, made when the identity
 * is expanded, so that the row can say which there are.
 */
export function credentialsNode(
  view: ExplorerView,
  connection: Connection,
  parent: TreeNode,
  id: string,
): TreeNode {
  const row = groupId(parent.id, KEY);
  const list = view.lists.of<Credential>({
    id: row,
    row,
    keyOf: ({ type }) => type,
    open: async () => {
      const client = await view.container.client(connection);
      return singlePage(async (call) => {
        return credentialsOf((await client.call(getIdentity, { id }, call)).data);
      });
    },
  });
  const summary = () =>
    !list.loaded ? '' : list.items.map(({ type }) => nameOf(type)).join(' · ') || 'none';
  void list.ensure().then(() => view.refreshSummary(row, summary()));
  return new GroupNode(view, parent, {
    key: KEY,
    label: 'Credentials',
    icon: 'shield',
    summary,
    async children(group) {
      await list.ensure();
      return listNodes(view, list, {
        parent: group,
        id: row,
        plural: 'credentials',
        empty: 'No credentials: this identity can’t log in',
        toNode: (item) =>
          credentialNode(
            group,
            connection,
            { id, name: parent.name ?? id },
            item,
            credentialState(namesOf(item), list.items.map(namesOf)),
          ),
      });
    },
  });
}

const icons: Readonly<Record<string, string>> = {
  password: 'lock',
  oidc: 'globe',
  saml: 'globe',
  totp: 'device-mobile',
  lookup_secret: 'list-ordered',
  webauthn: 'key',
  passkey: 'key',
  code: 'mail',
};

const names: Readonly<Record<string, string>> = { lookup_secret: 'backup codes', code: 'one-time code' };

const nameOf = (type: string): string => own(names, type) ?? type;

const namesOf = ({ type, credential }: Credential) => ({
  type,
  identifiers: credential.identifiers ?? [],
});

function credentialNode(
  group: TreeNode,
  connection: Connection,
  identity: { readonly id: string; readonly name: string },
  { type, credential }: Credential,
  state: readonly StateWord[],
): TreeNode {
  const identifiers = (credential.identifiers ?? []).join(', ');
  return new LeafNode(
    `${group.id}/${idPart(type)}`,
    group,
    {
      label: nameOf(type),
      description: identifiers,
      icon: own(icons, type) ?? 'shield',
      context: ['credential', ...state, !connection.readOnly && 'writable'],
    },
    {
      copied: identifiers || type,
      part: {
        is: 'credential',
        connection: connection.id,
        identity: identity.id,
        identityName: identity.name,
        type,
        identifiers: credential.identifiers ?? [],
      },
      facts: facts(
        ['Type', type],
        ['Identifiers', identifiers],
        ['Created', whenFact(credential.created_at)],
        ['Updated', whenFact(credential.updated_at)],
      ),
    },
  );
}
