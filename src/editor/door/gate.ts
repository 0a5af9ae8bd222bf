import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { ConnectionStore } from '../connection-store.ts';
import { readOnlyReasonNow } from '../require-connection.ts';
import { withoutLinks } from '../text.ts';

/**
 * What a write does to people, which says whether they are asked before it: an edit can be changed back and asks
 * nothing; what locks somebody out asks on a production connection, and for more than one thing; what destroys always
 * asks, on a production connection by the name of what is lost.
 */
export type GateEffect = 'edits' | 'locks out' | 'destroys';

/** Something that is about to be written. */
export interface Entry {
  readonly connection: Connection;
  readonly effect: GateEffect;
  /** How many things are written to; one where it is left out. */
  readonly count?: number;
  /** The question, naming the object and the connection: "Delete Web shop from staging?" */
  readonly question: string;
  /** What goes with it. */
  readonly consequence: string;
  /** The button: "Delete". */
  readonly verb: string;
  /** What one types on a production connection. */
  readonly name: string;
  /** One types the name on every connection. */
  readonly always?: boolean;
}

/**
 * Lets a write through, or a job of many, which passes once: never on a read-only connection, and after asking where
 * its effect wants that.
 * @returns whether it may be sent; why not was told then, or the person thought better of it
 */
export async function enter(
  { connections }: { readonly connections: Pick<ConnectionStore, 'byId'> },
  entry: Entry,
): Promise<boolean> {
  const isOpen = () => {
    const reason = readOnlyReasonNow(connections, entry.connection);
    if (reason !== undefined) void vscode.window.showWarningMessage(withoutLinks(reason));
    return reason === undefined;
  };
  if (!isOpen()) return false;
  // What is asked stays open for long: the settings may have changed meanwhile.
  return (await isSure(entry)) && isOpen();
}

/** Panels whose person has said yes. */
const agreed = new WeakSet<object>();

/** The same for a panel in which one thing is done after the other: asked once, for as long as it is open. */
export async function enterOnce(
  host: { readonly connections: Pick<ConnectionStore, 'byId'> },
  panel: object,
  entry: Entry,
): Promise<boolean> {
  if (!(await enter(host, agreed.has(panel) ? { ...entry, effect: 'edits' } : entry))) return false;
  agreed.add(panel);
  return true;
}

async function isSure(entry: Entry): Promise<boolean> {
  const { connection, effect, count = 1, always = false } = entry;
  if (effect === 'destroys') return connection.production || always ? typesName(entry) : presses(entry);
  return effect === 'edits' || (!connection.production && count < 2) || presses(entry);
}

async function presses({ question, consequence, verb }: Entry): Promise<boolean> {
  const options = { modal: true, detail: consequence };
  return (await vscode.window.showWarningMessage(question, options, verb)) === verb;
}

async function typesName({ connection, question, consequence, name }: Entry): Promise<boolean> {
  const { production } = connection;
  const typed = await vscode.window.showInputBox({
    title: production ? vscode.l10n.t('{0} is a production connection', connection.name) : question,
    prompt: withoutLinks(
      vscode.l10n.t('{0}{1} Type “{2}” to go on.', production ? `${question} ` : '', consequence, name),
    ),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === '' || name.startsWith(text)
        ? undefined
        : withoutLinks(vscode.l10n.t('Type “{0}”, or press Escape.', name)),
  });
  return typed === name;
}
