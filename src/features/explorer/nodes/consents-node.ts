import type { OAuth2ConsentSession } from '@ory/client';
import { type Connection, hasService } from '../../../connections/model.ts';
import { listOAuth2ConsentSessions } from '../../../ory/operations/oauth2-sessions.ts';
import { PageWalk } from '../../../ory/paging.ts';
import { connectionWords } from '../../../editor/resource-words.ts';
import { facts, lengthOf, whenFact } from '../../../resources/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { pageSize } from '../page-size.ts';
import { idPart } from '../row-id.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { LeafNode } from './leaf-node.ts';
import { listNodes } from './list-nodes.ts';

const KEY = 'consents';

/** What an identity granted to clients, asked when the row is expanded; nothing where the connection has no Hydra. */
export function consentsNode(
  view: ExplorerView,
  connection: Connection,
  parent: TreeNode,
  subject: string,
): TreeNode[] {
  if (!hasService(connection, 'hydra-admin')) return [];
  const row = groupId(parent.id, KEY);
  const subjectName = parent.name ?? subject;
  const list = view.lists.of<OAuth2ConsentSession>({
    id: row,
    row,
    keyOf,
    open: async () => {
      const client = await view.container.client(connection);
      const operation = listOAuth2ConsentSessions;
      return new PageWalk(client, operation, { subject }, pageSize(operation));
    },
  });
  return [
    new GroupNode(view, parent, {
      key: KEY,
      label: 'Consents',
      icon: 'checklist',
      context: ['consents', ...connectionWords(connection)],
      part: { is: 'consents', connection: connection.id, subject, subjectName },
      summary: () =>
        list.loaded ? (list.items.length === 0 ? 'none' : `${list.items.length}${list.more ? '+' : ''}`) : '',
      async children(group) {
        await list.ensure();
        return listNodes(view, list, {
          parent: group,
          id: row,
          plural: 'consents',
          empty: 'Granted nothing that is still in force',
          toNode: (consent) => consentNode(group, connection, { subject, subjectName }, consent),
        });
      },
    }),
  ];
}

/** A client may have been granted something several times. */
const keyOf = ({ consent_request: request, handled_at: at, grant_scope: scopes }: OAuth2ConsentSession) =>
  [request?.client?.client_id, at, request?.login_session_id, ...(scopes ?? [])].join(' ');

function consentNode(
  group: TreeNode,
  connection: Connection,
  of: { readonly subject: string; readonly subjectName: string },
  consent: OAuth2ConsentSession,
): TreeNode {
  const { consent_request: request, grant_scope: scopes = [], remember, handled_at: at } = consent;
  const client = request?.client?.client_id ?? '';
  const clientName = request?.client?.client_name || client;
  return new LeafNode(
    `${group.id}/${idPart(keyOf(consent))}`,
    group,
    {
      label: clientName,
      description: [scopes.join(' '), remember ? 'remembered' : '', whenFact(at).split(' (')[0]]
        .filter(Boolean)
        .join(' · '),
      icon: 'check',
      context: ['consent', 'id', !connection.readOnly && 'writable'],
    },
    {
      copied: client,
      part: { is: 'consent', connection: connection.id, ...of, client, clientName },
      facts: facts(
        ['Client', client],
        ['Scopes', scopes.join(' ')],
        ['Audience', consent.grant_access_token_audience?.join(' ')],
        [
          'Remembered',
          remember ? (consent.remember_for ? `for ${lengthOf(consent.remember_for)}` : 'for good') : 'no',
        ],
        ['Granted', whenFact(at)],
        ['Login session', request?.login_session_id],
      ),
    },
  );
}
