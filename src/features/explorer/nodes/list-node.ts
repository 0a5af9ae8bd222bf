import { type Connection, hasService } from '../../../connections/model.ts';
import type { Word } from '../../../editor/commands/words.ts';
import { connectionWords } from '../../../editor/resource-words.ts';
import type { KindId } from '../../../kinds/kind.ts';
import { KINDS } from '../../../kinds/kinds.ts';
import { kindOfListing, listingsUnder } from '../../../kinds/listings-of.ts';
import type { Below, Listing, Within } from '../../../kinds/listing.ts';
import type { Row } from '../../../kinds/row.ts';
import type { ExplorerView } from '../explorer-view.ts';
import type { PagedList } from '../lists/paged-list.ts';
import { pageSize } from '../page-size.ts';
import type { ItemLook } from '../row-item.ts';
import type { TreeNode } from '../tree-node.ts';
import { GroupNode, groupId } from './group-node.ts';
import { listNodes } from './list-nodes.ts';
import { RowNode } from './row-node.ts';

/** A list on a connection, of something that stands above it. */
export interface ListPlace {
  readonly parent: TreeNode | undefined;
  readonly connection: Connection;
  readonly within: Within;
}

const NOTHING_ABOVE: Within = { of: '', name: '' };

/** What a list says of itself: what it is narrowed to, and how much it holds. */
function summaryOf(listing: Listing, list: PagedList<unknown>, { narrowed }: Within): string {
  const { items, more, loaded } = list;
  const count = items.length === 0 ? 'none' : `${items.length}${more ? '+' : ''}`;
  const words = loaded ? (listing.summary?.(items, more) ?? count) : '';
  return [narrowed && narrowingOf(listing, narrowed), words].filter(Boolean).join(' · ');
}

function narrowingOf({ narrowing = [] }: Listing, narrowed: string): string {
  const [value = '', ...asked] = narrowed.split(' ');
  const found = narrowing.find((one) => one.value === value);
  return [found?.summary ?? value, ...asked].join(' ');
}

/** The list behind a row of the view. */
const listOf = (
  view: ExplorerView,
  listing: Listing,
  { connection, within }: ListPlace,
  id: string,
  row: string,
): PagedList<unknown> =>
  view.lists.of<unknown>({
    id,
    row,
    keyOf: (item) => listing.keyOf(item),
    open: async () => listing.open(await view.container.client(connection), within, pageSize),
  });

/** The row that gathers a list; the list is asked for when the row is expanded. */
export function listNode(
  view: ExplorerView,
  listing: Listing,
  { parent, connection, ...at }: ListPlace,
): TreeNode {
  const row = groupId(parent?.id ?? connection.id, listing.key);
  const narrowed = listing.narrowing && view.narrowed.get(row);
  const within = { ...at.within, narrowed };
  const id = listing.narrowing ? `${row}/${narrowed ?? 'all'}` : row;
  const list = listOf(view, listing, { parent, connection, within }, id, row);
  const summary = () => summaryOf(listing, list, within);
  if (listing.isEager) void list.ensure().then(() => view.refreshSummary(row, summary()));
  const { key, label, icon } = listing;
  const kind = kindOfListing(listing);
  const part = listing.part?.(within);
  return new GroupNode(
    view,
    parent,
    {
      key,
      label,
      icon,
      context: wordsOf(listing, kind, connection),
      listed: { listing, kind, of: within.of },
      ...(part ? { part: { connection: connection.id, ...part } } : {}),
      summary,
      async children(group) {
        await list.ensure();
        return rowsOfList(view, listing, list, { parent: group, connection, within }, id);
      },
    },
    connection,
  );
}

/** Words that menus look for on the row of a list; a command of its own creates what is listed at the top of a view. */
function wordsOf(listing: Listing, kind: KindId | undefined, connection: Connection): readonly Word[] {
  const { context = [], under, narrowing } = listing;
  const creates = kind && under !== 'top' && KINDS[kind].creating !== undefined;
  const words: readonly Word[] = [
    ...context,
    ...(creates ? (['creates'] as const) : []),
    ...(narrowing ? (['narrows'] as const) : []),
  ];
  // The console's page is that of a resource.
  const allowed = connectionWords(connection).filter((word) => word !== 'network');
  return words.length > 0 ? [...words, ...allowed] : words;
}

/** The rows of a list that was loaded. */
export function rowsOfList(
  view: ExplorerView,
  listing: Listing,
  list: PagedList<unknown>,
  { parent, connection, within }: ListPlace,
  id: string,
): readonly TreeNode[] {
  const kind = kindOfListing(listing);
  return listNodes(view, list, {
    parent,
    id,
    plural: listing.plural,
    // An empty view says so itself, with what one can do.
    ...(parent ? { empty: listing.empty(within, list.note) } : {}),
    toNode: (item) => rowNode(view, parent, connection, kind, listing.row(item, within, list.items)),
  });
}

/**
 * A row with what stands below it: what the row declares, and the lists of kinds that are part of its kind.
 * @param kind undefined where it has no document of its own
 * @param context words for menus beside those of the row
 */
export function rowNode(
  view: ExplorerView,
  parent: TreeNode | undefined,
  connection: Connection,
  kind: KindId | undefined,
  row: Row,
  context: readonly Word[] = [],
): RowNode {
  const options = { parent, connection, kind, row, context };
  // A part with a row of its own, such as a project's configuration, holds nothing but itself.
  const isHolder = kind !== undefined && row.name === undefined && listingsUnder(kind).length > 0;
  if (!row.below && !isHolder) return new RowNode(options);
  const [first] = row.isDirect ? (row.below?.() ?? []) : [];
  if (first && 'list' in first)
    return directNode(view, options, first.list, { of: first.of, name: row.label });
  const children = (node: TreeNode) => {
    const own = row.below?.() ?? [];
    const keys = own.flatMap((one) => ('list' in one ? one.list.key : []));
    return [
      ...belowNodes(view, node, connection, own),
      ...(isHolder ? partLists(view, node, connection, kind, row.id, keys) : []),
    ];
  };
  return new RowNode({ ...options, children });
}

/** The lists of the kinds that are part of a resource. @param but keys of lists that stand there already */
export const partLists = (
  view: ExplorerView,
  parent: TreeNode,
  connection: Connection,
  kind: KindId,
  of: string,
  but: readonly string[] = [],
): readonly TreeNode[] =>
  belowNodes(
    view,
    parent,
    connection,
    listingsUnder(kind)
      .filter(({ key }) => !but.includes(key))
      .map((list) => ({ list, of })),
  );

/** A row whose list stands directly below it; what was found may say that there is no such thing. */
function directNode(
  view: ExplorerView,
  options: ConstructorParameters<typeof RowNode>[0],
  listing: Listing,
  within: Within,
): RowNode {
  const { connection, row } = options;
  const listUnder = ({ id }: TreeNode) =>
    listOf(view, listing, { parent: undefined, connection, within }, id, id);
  const summary = (list: PagedList<unknown>) =>
    listing.looks?.(list.note, within)?.description ?? row.description;
  const look = (node: TreeNode): Partial<ItemLook> => {
    const list = listUnder(node);
    view.summaries.set(node.id, summary(list));
    return listing.looks?.(list.note, within) ?? {};
  };
  const children = async (node: TreeNode) => {
    const list = listUnder(node);
    await list.ensure();
    view.refreshSummary(node.id, summary(list));
    return rowsOfList(view, listing, list, { parent: node, connection, within }, node.id);
  };
  const missing = (node: TreeNode) => listing.looks?.(listUnder(node).note, within)?.dimmed ?? false;
  return new RowNode({ ...options, look, missing, children });
}

/** The rows of what stands below a row, as far as the connection has the servers for it. */
export function belowNodes(
  view: ExplorerView,
  parent: TreeNode,
  connection: Connection,
  below: readonly Below[],
): readonly TreeNode[] {
  return below.flatMap((one): TreeNode[] => {
    if ('resource' in one) return [rowNode(view, parent, connection, one.resource, one.row)];
    if ('list' in one) {
      if (!hasService(connection, one.list.service)) return [];
      const within = { of: one.of, name: parent.name ?? one.of };
      return [listNode(view, one.list, { parent, connection, within })];
    }
    const { rows, summary, ...look } = one.group;
    const children = (group: TreeNode) => rows.map((row) => rowNode(view, group, connection, undefined, row));
    return [new GroupNode(view, parent, { ...look, summary: () => summary, children })];
  });
}

/** The lists of everything on a connection. @param where at the top of their view, or below their connection's row */
export const connectionLists = (
  view: ExplorerView,
  parent: TreeNode | undefined,
  connection: Connection,
  listings: readonly Listing[],
): readonly TreeNode[] =>
  listings
    .filter(({ service }) => hasService(connection, service))
    .filter(({ isBeyondProjects }) => !isBeyondProjects || connection.type !== 'network')
    .map((listing) => listNode(view, listing, { parent, connection, within: NOTHING_ABOVE }));
