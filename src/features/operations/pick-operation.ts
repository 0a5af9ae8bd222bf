import * as vscode from 'vscode';
import { serviceName } from '../../connections/endpoints.ts';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../../editor/text.ts';
import { CATALOGUE } from '../../ory/operations/index.ts';
import type { Effect, Operation, Service } from '../../ory/operations/operation.ts';
import { searchOperations } from '../../ory/runner/search.ts';
import { type Versions, whyUnavailable } from './availability.ts';
import { parameterFor, type Subject } from './subject.ts';

/** How many of those that were used lately stand at the top. */
const RECENT = 5;

/** What administrators use comes first. */
const ORDER: readonly Service[] = [
  'kratos-admin',
  'hydra-admin',
  'keto-read',
  'keto-write',
  'keto-opl',
  'talos',
  'console',
  'kratos-public',
  'hydra-public',
];

const icons: Record<Effect, string> = { read: 'eye', write: 'edit', destroy: 'trash' };

interface OperationItem extends vscode.QuickPickItem {
  readonly operation?: Operation;
}

export interface PickedOperation {
  readonly operation: Operation;
  /** Why the connection can't run it. */
  readonly reason: string | undefined;
}

export interface PickOptions {
  readonly connection: Connection;
  /** Ids of operations, those used last first. */
  readonly recent: readonly string[];
  /** What it is to be run for: the operations that fit stand at the top. */
  readonly subject: Subject | undefined;
  /** Asks the servers which version they are; what they lack is known when they have answered. */
  readonly versions: (services: readonly Service[], signal: AbortSignal) => Promise<Versions>;
}

const SWITCH: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('arrow-swap'),
  tooltip: vscode.l10n.t('Switch Connection…'),
};

/**
 * Lets a person choose among all operations, found by name, former name, path or any word.
 * @returns `switch` where another connection is wanted, undefined where nothing is
 */
export function pickOperation(options: PickOptions): Promise<PickedOperation | 'switch' | undefined> {
  const { connection } = options;
  let versions: Versions = new Map();
  const abort = new AbortController();
  const pick = vscode.window.createQuickPick<OperationItem>();
  pick.title = vscode.l10n.t('Run an Operation on {0}', connection.name);
  pick.placeholder = vscode.l10n.t('Search by name, path or any word');
  pick.ignoreFocusOut = true;
  pick.buttons = [SWITCH];
  const fill = () => {
    pick.items = itemsOf(searchOperations(CATALOGUE, pick.value), options, versions, pick.value === '');
  };
  const services = [...new Set(CATALOGUE.filter(({ since }) => since).map(({ service }) => service))];
  pick.busy = true;
  void options
    .versions(services, abort.signal)
    .catch((): Versions => new Map())
    .then((told) => {
      if (abort.signal.aborted) return;
      pick.busy = false;
      versions = told;
      if (CATALOGUE.some((one) => why(one) !== whyUnavailable(one, connection, new Map()))) fill();
    });
  const why = (operation: Operation) => whyUnavailable(operation, connection, versions);
  fill();
  return new Promise((resolve) => {
    pick.onDidChangeValue(fill);
    pick.onDidTriggerButton(() => {
      resolve('switch');
      pick.hide();
    });
    pick.onDidAccept(() => {
      const operation = pick.selectedItems[0]?.operation;
      if (!operation) return;
      resolve({ operation, reason: why(operation) });
      pick.hide();
    });
    pick.onDidHide(() => {
      abort.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsOf(
  found: readonly Operation[],
  { connection, recent, subject }: PickOptions,
  versions: Versions,
  everything: boolean,
): OperationItem[] {
  const reasons = new Map(found.map((one) => [one, whyUnavailable(one, connection, versions)]));
  const usable = found.filter((one) => reasons.get(one) === undefined);
  const item = (operation: Operation): OperationItem => ({
    operation,
    label: operation.id,
    description: `${operation.method} ${operation.path}${operation.formerId ? vscode.l10n.t(' · was {0}', operation.formerId) : ''}`,
    detail: withoutIcons(reasons.get(operation) ?? operation.summary),
    iconPath: new vscode.ThemeIcon(reasons.get(operation) ? 'circle-slash' : icons[operation.effect]),
    // What our own search has found is not to be filtered once more, by the name alone.
    alwaysShow: !everything,
  });
  const group = (label: string, operations: readonly Operation[]): OperationItem[] =>
    operations.length === 0
      ? []
      : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...operations.map(item)];
  const lately = everything
    ? recent.flatMap((id) => usable.find((one) => one.id === id) ?? []).slice(0, RECENT)
    : [];
  const fitting =
    everything && subject
      ? usable.filter((one) => !lately.includes(one) && parameterFor(one, subject) !== undefined)
      : [];
  const lacking = found.filter((one) => reasons.get(one) !== undefined);
  return [
    ...group(vscode.l10n.t('used lately'), lately),
    ...group(vscode.l10n.t('for {0}', subject?.name ?? ''), fitting),
    ...ORDER.flatMap((service) =>
      group(
        serviceName(service),
        usable.filter((one) => one.service === service && !lately.includes(one) && !fitting.includes(one)),
      ),
    ),
    ...group(vscode.l10n.t('not on {0}', connection.name), lacking),
  ];
}
