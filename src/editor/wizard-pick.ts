import * as vscode from 'vscode';
import { type Answered, BACK, CANCELLED, type StepPlace } from './wizard.ts';

export interface Choice<T> extends vscode.QuickPickItem {
  /** Missing on separators. */
  readonly value?: T;
}

export interface PickOptions<T> {
  readonly placeholder: string;
  readonly items: readonly Choice<T>[];
  /** Items that take a while: they are added at the end, so that nothing moves under the mouse. */
  readonly later?: {
    readonly items: Promise<readonly Choice<T>[]>;
    /** What stands there until then, and what stays where nothing comes. */
    readonly waiting: string;
    readonly none: string;
  };
  /** Value of the item that is marked at first. */
  readonly active?: T;
}

/** Asks for one of a list. */
export function pickOne<T>(place: StepPlace, options: PickOptions<T>): Promise<Answered<T>> {
  const pick = quickPick<T>(place, options.placeholder);
  pick.items = options.items;
  const active = options.items.find((item) => item.value !== undefined && item.value === options.active);
  if (active) pick.activeItems = [active];
  if (options.later) addLater(pick, options.items, options.later);
  return answered(pick, ([item]) => item?.value);
}

function addLater<T>(
  pick: vscode.QuickPick<Choice<T>>,
  items: readonly Choice<T>[],
  { items: coming, waiting, none }: NonNullable<PickOptions<T>['later']>,
): void {
  const put = (more: readonly Choice<T>[]) => {
    // The editor would mark the first row, and scroll there.
    const active = pick.activeItems.filter((item) => items.includes(item));
    pick.keepScrollPosition = true;
    pick.items = [...items, ...more];
    if (active.length > 0) pick.activeItems = active;
  };
  pick.busy = true;
  // Without a value: choosing it does nothing.
  put([{ label: `$(loading~spin) ${waiting}` }]);
  void coming
    .then(
      (more) => put(more.length > 0 ? more : [{ label: `$(info) ${none}` }]),
      () => put([{ label: `$(info) ${none}` }]),
    )
    .finally(() => (pick.busy = false));
}

/** Asks for any number of a list; none is an answer as well. */
export function pickMany<T>(place: StepPlace, options: PickOptions<T>): Promise<Answered<readonly T[]>> {
  const pick = quickPick<T>(place, options.placeholder);
  pick.canSelectMany = true;
  pick.items = options.items;
  pick.selectedItems = options.items.filter((item) => item.picked);
  return answered(pick, (items) => items.flatMap((item) => (item.value === undefined ? [] : [item.value])));
}

function quickPick<T>(place: StepPlace, placeholder: string): vscode.QuickPick<Choice<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.title = place.title;
  if (place.totalSteps > 1) {
    pick.step = place.step;
    pick.totalSteps = place.totalSteps;
  }
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return pick;
}

function answered<T, A>(
  pick: vscode.QuickPick<Choice<T>>,
  take: (items: readonly Choice<T>[]) => A | undefined,
): Promise<Answered<A>> {
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => {
      resolve(BACK);
      pick.dispose();
    });
    pick.onDidAccept(() => {
      const value = take(pick.selectedItems);
      if (value === undefined) return;
      resolve(value);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(CANCELLED);
      pick.dispose();
    });
    pick.show();
  });
}
