import * as vscode from 'vscode';
import type { Connection } from '../connections/model.ts';
import type { KindId } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { chooseResource } from './choose-resource.ts';
import type { TaskHost } from './tasks/task-host.ts';
import type { DocumentRef } from './document-uri.ts';
import { type Given, givenAll, givenConnection, givenOne } from './given.ts';
import type { Named } from './named.ts';
import { requireConnection } from './require-connection.ts';
import { withoutLinks } from './text.ts';

/** A resource on a connection that something is done to. */
export interface Target {
  readonly connection: Connection;
  readonly ref: DocumentRef;
  /** What people call it. */
  readonly name: string;
}

/** Resources of one connection that a command is meant for. */
export interface Chosen {
  readonly connection: Connection;
  /** Never empty; the row that was clicked comes first. */
  readonly all: readonly Named[];
}

export interface Choice {
  readonly kind: KindId;
  readonly writes: boolean;
  /** What it is chosen for where the command was called for no resource: "Rotate Client Secret". */
  readonly title: string;
  /** Taken then in place of asking. */
  readonly instead?: Named;
  /** Whether several can be chosen then. */
  readonly several?: boolean;
}

/** Whoever runs commands has what tasks need. */
export interface Hosted {
  readonly container: TaskHost;
}

/**
 * What a command for one or several resources was called for: `(ref, name)`, rows of a view, a document, or the
 * document in front; else it asks.
 * @returns undefined where nothing was chosen or nothing can be done, which was told then
 */
export async function choose(
  hosted: Hosted,
  args: readonly unknown[],
  choice: Choice,
): Promise<Chosen | undefined> {
  return chosenOf(hosted, args, givenAll(args), choice);
}

/** The same for commands that are about one resource: the row that was clicked wins over a selection. */
export async function chooseOne(
  hosted: Hosted,
  args: readonly unknown[],
  choice: Choice,
): Promise<{ readonly connection: Connection; readonly one: Named } | undefined> {
  const found = givenOne(args);
  const chosen = await chosenOf(hosted, args, found ? [found] : [], choice);
  const one = chosen?.all[0];
  return chosen && one ? { connection: chosen.connection, one } : undefined;
}

async function chosenOf(
  { container }: Hosted,
  args: readonly unknown[],
  all: readonly Given[],
  { kind, writes, title, instead, several = false }: Choice,
): Promise<Chosen | undefined> {
  const given = all.filter(({ ref }) => ref.kind === kind);
  const saved = given.filter(({ ref }) => !ref.isNew);
  if (saved.length === 0 && given.length > 0 && args[0] !== undefined) {
    tellUnsaved(given[0]);
    return undefined;
  }
  const [first] = saved;
  const need = { service: KINDS[kind].service, writes };
  // Whatever it was called for names the connection, even where it is no resource of the kind.
  const connection = await requireConnection(
    container,
    need,
    first?.ref.connection ?? givenConnection(args[0]),
  );
  if (!connection) return undefined;
  const chosen = first
    ? saved
        // One question names one connection.
        .filter(({ ref }) => ref.connection === connection.id)
        .map(({ ref, name }) => ({ id: ref.id, name: name ?? ref.id }))
    : instead
      ? [instead]
      : await chooseResource(container, connection, KINDS[kind], { title, several });
  return chosen.length > 0 ? { connection, all: chosen } : undefined;
}

/**
 * The one resource, of whatever kind, that a command was called for; without one it says what to do.
 * @param nothing what to do, where the command was called for nothing: "Open a client first, …"
 */
export function requireSaved(args: readonly unknown[], nothing: string): Given | undefined {
  const found = givenOne(args);
  if (found && !found.ref.isNew) return found;
  if (found) tellUnsaved(found);
  else void vscode.window.showInformationMessage(nothing);
  return undefined;
}

/** A document whose resource isn't created yet has an id of ours, which no server knows. */
export function tellUnsaved(given: Given | undefined): void {
  const name = withoutLinks(given?.name ?? vscode.l10n.t('The document'));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} isn’t created yet. Save it first, then try again.', name),
  );
}
