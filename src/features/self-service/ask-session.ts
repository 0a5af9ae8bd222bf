import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { withoutIcons } from '../../editor/text.ts';
import type { FlowKind } from '../../flows/self-service/flow-operations.ts';
import { askCookies, askToken } from './credentials.ts';
import type { Flows } from './flows.ts';
import type { Panel } from './panel.ts';

/** Whose session a flow is driven with. */
export type ChosenSession =
  | { readonly from: 'panel'; readonly panel: Panel }
  | { readonly from: 'token'; readonly token: string; readonly kept: boolean }
  | { readonly from: 'cookies'; readonly header: string }
  | { readonly from: 'nobody' };

interface Item extends vscode.QuickPickItem {
  readonly choose: () => ChosenSession | Promise<ChosenSession | undefined>;
}

/**
 * Asks whose session is used: one of this window, the one that is kept, or what a person enters.
 * @param kind as what the flow is driven; undefined where both will do
 * @param optional whether going without is offered
 */
export async function askSession(
  flows: Flows,
  connection: Connection,
  origin: string,
  kind: FlowKind | undefined,
  optional: boolean,
): Promise<ChosenSession | undefined> {
  const kept =
    kind === 'browser' ? undefined : await flows.container.secrets.get(connection, origin, 'session-token');
  const items: Item[] = [
    ...flows
      .signedIn(connection)
      .filter(({ run }) => kind === undefined || run.kind === kind)
      .map((panel): Item => ({
        label: `$(account) ${withoutIcons(panel.run.session?.who ?? 'Somebody')}`,
        description: [panel.run.session?.aal, 'signed in in a panel of this window']
          .filter((one) => one !== undefined)
          .join(' · '),
        choose: () => ({ from: 'panel', panel }),
      })),
    ...(kept
      ? [
          {
            label: '$(lock) The Token That Is Kept',
            description: 'in the secret storage',
            choose: (): ChosenSession => ({ from: 'token', token: kept, kept: true }),
          },
        ]
      : []),
    ...(kind === 'browser' ? [] : [enterToken]),
    ...(kind === 'api' ? [] : [enterCookies]),
    ...(optional
      ? [{ label: '$(circle-slash) No Session', choose: (): ChosenSession => ({ from: 'nobody' }) }]
      : []),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: `Session · ${withoutIcons(connection.name)}`,
    placeHolder: 'Whose session?',
    // The question before it gives the focus back to the editor, which may take it only now.
    ignoreFocusOut: true,
  });
  return chosen?.choose();
}

const enterToken: Item = {
  label: '$(key) Enter a Session Token…',
  choose: async () => {
    const token = await askToken();
    return token ? { from: 'token', token, kept: false } : undefined;
  },
};

const enterCookies: Item = {
  label: '$(browser) Enter the Cookies of a Browser…',
  choose: async () => {
    const header = await askCookies();
    return header ? { from: 'cookies', header } : undefined;
  },
};
