import { type Connection, hasService } from '../../../connections/model.ts';
import type { ViewName } from '../../../kinds/kind.ts';
import type { Listing, Within } from '../../../kinds/listing.ts';
import { kindOfListing, listingsOfView } from '../../../kinds/listings-of.ts';
import type { ExplorerView } from '../explorer-view.ts';
import { filterWords } from '../filter.ts';
import { KnownNames } from '../known-names.ts';
import { failureWords, isEmpty } from '../nodes/list-failure.ts';
import { connectionLists, rowNode, rowsOfList } from '../nodes/list-node.ts';
import { pageSize } from '../page-size.ts';
import type { TreeNode } from '../tree-node.ts';

/** The rows of a view of resources: what its kinds list on the active connection. */
export async function rootsOf(view: ExplorerView, name: ViewName): Promise<readonly TreeNode[]> {
  const { connection, filter } = view;
  if (!connection) return [];
  const listings = listingsOfView(name).filter(({ service }) => hasService(connection, service));
  const own = await Promise.all(
    listings
      .filter(({ under }) => under === 'view')
      .map((listing) => (listing.known ? namedRows : ownRows)(view, connection, listing)),
  );
  // While it loaded, another connection or filter may have been chosen.
  if (view.connection !== connection || view.filter !== filter) return rootsOf(view, name);
  const others = listings.filter(({ under }) => under === 'top');
  return [...own.flat(), ...connectionLists(view, undefined, connection, others)];
}

/** The rows of the list that a view shows: of everything, or of what its filter finds. */
async function ownRows(
  view: ExplorerView,
  connection: Connection,
  listing: Listing,
): Promise<readonly TreeNode[]> {
  const { filter } = view;
  const id = view.ownListId(connection);
  const within: Within = { of: '', name: '', filter };
  const list = view.lists.of<unknown>({
    id,
    row: undefined,
    keyOf: (item) => listing.keyOf(item),
    open: async () => listing.open(await view.container.client(connection), within, pageSize),
  });
  await list.ensure();
  if (view.connection !== connection || view.filter !== filter) return [];
  view.setOutcome({
    empty: isEmpty(list),
    filtering: filter && (list.note ?? filterWords(filter)),
    failure: failureWords(view, list, connection),
  });
  return rowsOfList(view, listing, list, { parent: undefined, connection, within }, id);
}

/** The rows of what is known by name alone; asks nothing. */
function namedRows(
  view: ExplorerView,
  connection: Connection,
  listing: Listing,
): Promise<readonly TreeNode[]> {
  const names = new KnownNames(view.container.context.globalState, listing);
  const remembered = new Set(names.remembered(connection));
  const kind = kindOfListing(listing);
  return Promise.resolve(
    names.of(connection).map((name) => {
      const context = remembered.has(name) ? (['remembered'] as const) : [];
      const row = listing.row(name, { of: '', name: '' });
      return rowNode(view, undefined, connection, kind, row, context);
    }),
  );
}
