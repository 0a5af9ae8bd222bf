// Somebody who looks what a command would ask, and goes no further.
import { env, type MessageOptions, type QuickPick, type QuickPickItem, window } from 'vscode';

/** Someone who leaves every question by Escape. What is told without asking for anything is kept. */
export class Leaver {
  readonly told: string[] = [];
  private readonly real = { ...window };
  private readonly openExternal = env.openExternal;

  sitDown(): void {
    const hear =
      (how: string) =>
      (message: string, ...rest: unknown[]) => {
        const [options] = rest as (MessageOptions | undefined)[];
        const isQuestion = options?.modal === true;
        if (!isQuestion) this.told.push(`${how}: ${message}`);
        return Promise.resolve(undefined);
      };
    Object.assign(window, {
      showWarningMessage: hear('warning'),
      showErrorMessage: hear('error'),
      showInformationMessage: hear('information'),
      showInputBox: () => Promise.resolve(undefined),
      showQuickPick: () => Promise.resolve(undefined),
      createQuickPick: () => leaving(this.real.createQuickPick()),
      createInputBox: () => leaving(this.real.createInputBox()),
    });
    Object.assign(env, { openExternal: () => Promise.resolve(true) });
  }

  leave(): void {
    const { showWarningMessage, showErrorMessage, showInformationMessage } = this.real;
    const { showInputBox, showQuickPick, createQuickPick, createInputBox } = this.real;
    Object.assign(window, { showWarningMessage, showErrorMessage, showInformationMessage });
    Object.assign(window, { showInputBox, showQuickPick, createQuickPick, createInputBox });
    Object.assign(env, { openExternal: this.openExternal });
  }
}

/** A list or a box that is left as soon as it shows. */
function leaving<Box extends Pick<QuickPick<QuickPickItem>, 'show' | 'hide'>>(box: Box): Box {
  const show = box.show.bind(box);
  box.show = () => {
    show();
    setTimeout(() => box.hide(), 20);
  };
  return box;
}
