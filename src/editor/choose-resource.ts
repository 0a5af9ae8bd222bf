import * as vscode from 'vscode';
import type { Connection } from '../connections/model.ts';
import type { CallOptions } from '../ory/client.ts';
import { isOryError } from '../ory/errors.ts';
import type { Operation } from '../ory/operations/operation.ts';
import type { Kind } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { isKindId } from '../kinds/kinds-of-documents.ts';
import type { Listing, Within } from '../kinds/listing.ts';
import type { TaskHost } from './tasks/task-host.ts';
import { errorWords } from './error-words.ts';
import type { Named } from './named.ts';
import { oneLine, withoutIcons } from './text.ts';

const TYPING_PAUSE_MS = 300;

/** More are no help to choose from: one types what tells it. */
const OFFERED = 250;

const sizeOf = ({ paging }: Operation): number => Math.min(OFFERED, paging?.maximum ?? OFFERED);

export interface Choosing {
  /** What is chosen for: "Rotate Client Secret". */
  readonly title: string;
  readonly several?: boolean;
  /** What stands in the box at first. */
  readonly typed?: string;
}

interface Item extends vscode.QuickPickItem {
  readonly one?: Named;
}

/**
 * Has one or several resources of a kind chosen on a connection: of the first page that the server lists, of what it
 * finds for a text where it can search, or by ID. A kind that is a part of another is chosen in one of those.
 * @returns nothing where nothing was chosen
 */
export async function chooseResource(
  host: TaskHost,
  connection: Connection,
  kind: Kind,
  choosing: Choosing,
): Promise<readonly Named[]> {
  const [listing] = kind.listings;
  let within: Within = { of: '', name: connection.name };
  if (listing && isKindId(listing.under)) {
    const { title } = choosing;
    const [owner] = await chooseResource(host, connection, KINDS[listing.under], { title });
    if (!owner) return [];
    within = { of: owner.id, name: owner.name };
  }
  return new Promise((resolve) => {
    new Chooser(host, connection, kind, listing, within, choosing, resolve).show();
  });
}

class Chooser {
  private readonly pick = vscode.window.createQuickPick<Item>();
  private timer: NodeJS.Timeout | undefined;
  private running = new AbortController();
  /** What the server listed before anything was typed. */
  private listed: readonly unknown[] | undefined;

  constructor(
    private readonly host: TaskHost,
    private readonly connection: Connection,
    private readonly kind: Kind,
    private readonly listing: Listing | undefined,
    private readonly within: Within,
    { title, several = false, typed = '' }: Choosing,
    private readonly resolve: (chosen: readonly Named[]) => void,
  ) {
    const { pick } = this;
    pick.title = `${title} · ${connection.name}`;
    pick.placeholder = this.hint();
    pick.canSelectMany = several;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.value = typed;
    pick.onDidChangeValue(() => this.later());
    pick.onDidAccept(() => this.accept());
    pick.onDidHide(() => this.finish([]));
  }

  show(): void {
    this.pick.show();
    void this.look();
  }

  private hint(): string {
    const { kind, listing, within } = this;
    if (listing?.searchHint) return listing.searchHint;
    const what = vscode.l10n.t('Name or {0}', idWord(kind));
    return within.of && listing ? `${listing.label} · ${oneLine(within.name)}` : what;
  }

  private later(): void {
    // Without a search at the server the editor looks through what was listed by itself.
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), this.listing?.search ? TYPING_PAUSE_MS : 0);
  }

  private async look(): Promise<void> {
    const { pick, kind, listing } = this;
    this.running.abort();
    const running = (this.running = new AbortController());
    const typed = pick.value.trim();
    pick.busy = true;
    const found = await this.ask(typed, { signal: running.signal });
    if (running.signal.aborted) return;
    pick.busy = false;
    const items = found
      .filter((item) => listing?.canBeChosen?.(item) ?? true)
      .map((item) => this.itemOf(item));
    const known = items.some(({ one }) => one?.id === typed);
    if (typed !== '' && !known && !pick.canSelectMany) {
      const label = vscode.l10n.t('The {0} with the {1} {2}', kind.noun, idWord(kind), withoutIcons(typed));
      items.push({
        label: `$(edit) ${label}`,
        alwaysShow: true,
        one: { id: typed, name: typed },
      });
    }
    if (items.length === 0) items.push({ label: `$(info) ${this.nothing()}` });
    pick.items = items;
  }

  /** What stands there when nothing can be chosen from. */
  private nothing(): string {
    const { kind, listing, within, connection } = this;
    if (within.of)
      return vscode.l10n.t('{0} has no {1} to choose from', oneLine(within.name), listing?.plural ?? '');
    return vscode.l10n.t('{0} lists none: enter its {1}', oneLine(connection.name), idWord(kind));
  }

  private itemOf(item: unknown): Item {
    const { listing, within, kind } = this;
    const row = listing?.row(item, within);
    if (!row) return { label: '' };
    const described = withoutIcons(listing?.about?.(item) ?? row.description);
    return {
      label: withoutIcons(row.label),
      description: described,
      ...(kind.listings[0]?.about || row.id === row.label ? {} : { detail: row.id }),
      // The server has searched: what it found is not filtered again.
      alwaysShow: listing?.search !== undefined,
      one: { id: row.id, name: row.label },
    };
  }

  private async ask(typed: string, call: CallOptions): Promise<readonly unknown[]> {
    const { listing, within, host, connection } = this;
    if (!listing) return [];
    try {
      const client = await host.client(connection);
      if (typed && listing.search) return await listing.search(client, typed, within, call);
      this.listed ??= (await listing.open(client, within, sizeOf).next(call))?.items ?? [];
      return this.listed;
    } catch (error) {
      if (isOryError(error, 'cancelled')) return [];
      const { message } = errorWords(error, connection.name, connection);
      this.pick.placeholder = host.redactor.text(message);
      return [];
    }
  }

  private accept(): void {
    const { pick } = this;
    const items = pick.canSelectMany ? pick.selectedItems : pick.activeItems.slice(0, 1);
    const chosen = items.flatMap(({ one }) => one ?? []);
    if (chosen.length > 0) this.finish(chosen);
  }

  private finish(chosen: readonly Named[]): void {
    clearTimeout(this.timer);
    this.running.abort();
    this.resolve(chosen);
    this.pick.dispose();
  }
}

/** "ID" where a kind's are called so; the API's word otherwise. */
const idWord = ({ idName }: Kind): string => (idName === 'id' ? 'ID' : idName);
