import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { errorWords } from '../../editor/error-words.ts';
import { withoutIcons } from '../../editor/text.ts';
import type { CallOptions } from '../../ory/client.ts';
import { isOryError } from '../../ory/errors.ts';
import type { Kind } from '../../resources/kind.ts';
import type { OnServer } from './copy.ts';
import { type Candidate, candidatesOf } from './candidates.ts';

const TYPING_PAUSE_MS = 300;

interface Item extends vscode.QuickPickItem {
  readonly candidate?: Candidate;
}

/**
 * Asks for a resource of a connection: those that the server lists, or finds for what was typed; any other by its id.
 * @param typed what stands in the box at first
 */
export function pickResource(
  container: Container,
  kind: Kind,
  connection: Connection,
  typed = '',
): Promise<OnServer | undefined> {
  return new Promise((resolve) => new ResourcePick(container, kind, connection, resolve).show(typed));
}

class ResourcePick {
  private readonly pick = vscode.window.createQuickPick<Item>();
  private timer: NodeJS.Timeout | undefined;
  private running = new AbortController();

  constructor(
    private readonly container: Container,
    private readonly kind: Kind,
    private readonly connection: Connection,
    private readonly resolve: (chosen: OnServer | undefined) => void,
  ) {
    const { pick } = this;
    pick.title = `Compare with ${kind.noun} on ${connection.name}`;
    pick.placeholder = kind.id === 'identities' ? 'E-mail, user name, phone or id' : `Name or ${kind.idName}`;
    pick.matchOnDescription = true;
    pick.onDidChangeValue(() => this.later());
    pick.onDidAccept(() => this.accept());
    pick.onDidHide(() => this.finish(undefined));
  }

  show(typed: string): void {
    this.pick.value = typed;
    this.pick.show();
    void this.look();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), TYPING_PAUSE_MS);
  }

  private async look(): Promise<void> {
    const { pick, kind, connection } = this;
    this.running.abort();
    const running = (this.running = new AbortController());
    const typed = pick.value.trim();
    pick.busy = true;
    const found = await this.ask(typed, { signal: running.signal });
    if (running.signal.aborted) return;
    pick.busy = false;
    const items: Item[] = found.map((candidate) => ({
      label: withoutIcons(candidate.name),
      description: withoutIcons(candidate.about),
      // The server has searched: what it found is not filtered again.
      alwaysShow: kind.id === 'identities',
      candidate,
    }));
    const known = found.some(({ id }) => id === typed);
    if (typed !== '' && !known) {
      const candidate = { id: typed, name: typed, about: '' };
      const label = `$(edit) The ${kind.noun} with the ${kind.idName} ${withoutIcons(typed)}`;
      items.push({ label, alwaysShow: true, candidate });
    }
    if (items.length === 0) items.push({ label: `$(info) ${connection.name} lists none: type its id` });
    pick.items = items;
  }

  private async ask(typed: string, call: CallOptions): Promise<readonly Candidate[]> {
    try {
      return await candidatesOf(await this.container.client(this.connection), this.kind.id, typed, call);
    } catch (error) {
      if (isOryError(error, 'cancelled')) return [];
      const { message } = errorWords(error, this.connection.name, this.connection);
      this.pick.placeholder = this.container.redactor.text(message);
      return [];
    }
  }

  private accept(): void {
    const candidate = this.pick.activeItems[0]?.candidate;
    if (!candidate) return;
    const { connection, kind } = this;
    const ref = { connection: connection.id, kind: kind.id, id: candidate.id };
    this.finish({ ref, connection, name: candidate.name });
  }

  private finish(chosen: OnServer | undefined): void {
    clearTimeout(this.timer);
    this.running.abort();
    this.resolve(chosen);
    this.pick.dispose();
  }
}
