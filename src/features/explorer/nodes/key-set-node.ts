import type { JsonWebKey } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import type { CallOptions } from '../../../ory/client.ts';
import { hasStatus } from '../../../ory/errors.ts';
import { getJsonWebKeySet, PRIVATE_KEY_MEMBERS } from '../../../ory/operations/keys.ts';
import type { Page, PageSource } from '../../../ory/paging.ts';
import { keyRow, keySetRow, WELL_KNOWN_SETS } from '../../../resources/key-set/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { idPart } from '../row-id.ts';
import { lookOf, treeItem } from '../row-item.ts';
import { factsTooltip } from '../tooltip.ts';
import type { TreeNode } from '../tree-node.ts';
import { listNodes } from './list-nodes.ts';
import { ResourceNode, resourceNodeId } from './resource-node.ts';

const MISSING = 'missing';

/** A key set by name; whether it exists, and its keys, are asked when it is expanded. */
export function keySetNode(
  view: ExplorerView,
  connection: Connection,
  set: string,
  remembered: boolean,
): TreeNode {
  const id = resourceNodeId(connection.id, 'keys', set);
  const list = view.lists.of<JsonWebKey>({
    id,
    row: id,
    keyOf: (key) => key.kid,
    open: async () => {
      const client = await view.container.client(connection);
      return new KeysOfSet(
        async (call) => (await client.call(getJsonWebKeySet, { set }, call)).data.keys ?? [],
      );
    },
  });
  const row = keySetRow(set);
  const missing = () => list.note === MISSING;
  const summary = () => (missing() ? absent(set) : row.description);
  return new ResourceNode({
    parent: undefined,
    connection,
    kind: 'keys',
    row,
    missing,
    look: () => {
      view.summaries.set(id, summary());
      return { description: summary(), dimmed: missing() };
    },
    context: remembered ? ['remembered'] : [],
    async children(node) {
      await list.ensure();
      view.refreshSummary(id, summary());
      return listNodes(view, list, {
        parent: node,
        id,
        plural: 'keys',
        empty: missing() ? whyMissing(set) : 'No keys',
        toNode: (key) => keyNode(node, key),
      });
    },
  });
}

const isWellKnown = (set: string): boolean => (WELL_KNOWN_SETS as readonly string[]).includes(set);

const absent = (set: string): string => (isWellKnown(set) ? 'not made yet' : 'not there');

const whyMissing = (set: string): string =>
  isWellKnown(set) ? 'Hydra makes it with the first token that it signs' : 'Hydra has no set of this name';

/** A key; its document is that of its set. The key itself is never part of a row. */
function keyNode(parent: ResourceNode, key: JsonWebKey): TreeNode {
  const row = keyRow(key);
  const id = `${parent.id}/${idPart(row.id)}`;
  return {
    id,
    parent,
    connection: parent.connection,
    copied: row.id,
    part: { is: 'key', connection: parent.connection.id, set: parent.ref.id, kid: row.id },
    getTreeItem: () =>
      treeItem(id, {
        ...lookOf(row),
        context: ['id', 'key', !parent.connection.readOnly && 'writable'],
        command: {
          command: 'ory.openDocument',
          title: 'Open Key Set',
          arguments: [parent.ref, parent.name, 'row'],
        },
      }),
    tooltip: () => factsTooltip(row.label, row.facts()),
  };
}

/** The keys of one set. Their private parts are dropped at once: rows need none. */
class KeysOfSet implements PageSource<JsonWebKey> {
  note: string | undefined;

  constructor(private readonly read: (call: CallOptions) => Promise<readonly JsonWebKey[]>) {}

  async next(call: CallOptions = {}): Promise<Page<JsonWebKey>> {
    try {
      return { items: (await this.read(call)).map(withoutSecrets), more: false };
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      this.note = MISSING;
      return { items: [], more: false };
    }
  }
}

/** The members stay, so that a row can tell a private key from a public one; their values do not. */
const withoutSecrets = (key: JsonWebKey): JsonWebKey => ({
  ...key,
  ...Object.fromEntries(PRIVATE_KEY_MEMBERS.filter((member) => member in key).map((member) => [member, ''])),
});
