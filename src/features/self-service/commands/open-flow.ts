import * as vscode from 'vscode';
import { type FlowAddress, FlowAddressError, parseFlowAddress } from '../../../flows/self-service/address.ts';
import { withoutIcons, withoutLinks } from '../../../editor/text.ts';
import { connectionFor } from '../choose-connection.ts';
import { FlowPanel } from '../flow-panel.ts';
import type { Flows } from '../flows.ts';
import { mayWrite } from '../may-write.ts';

/** Opens a flow by its id, or by an address of a page or of Kratos. Only the id is taken from an address. */
export async function run(flows: Flows, given?: unknown, text?: unknown): Promise<void> {
  const connection = await connectionFor(flows.container, given, false);
  if (!connection) return;
  const entered =
    typeof text === 'string'
      ? text
      : await vscode.window.showInputBox({
          title: `Open Self-Service Flow · ${withoutIcons(connection.name)}`,
          prompt:
            'Id of the flow, or the address of the page that shows it, or of an error page. Nothing is sent to that page.',
          placeHolder: 'https://app.example.com/login?flow=…',
          ignoreFocusOut: true,
          validateInput: problemOf,
        });
  if (!entered) return;
  const address = parseFlowAddress(entered);
  const panel = await FlowPanel.open(flows, connection);
  await panel.guard(async () => {
    if (address.at !== 'start' || (await mayWrite(panel))) await panel.run.open(address, kindOf(address));
  });
}

function problemOf(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    parseFlowAddress(text);
    return undefined;
  } catch (error) {
    if (error instanceof FlowAddressError) return withoutLinks(error.message);
    throw error;
  }
}

/** An id does not tell; reading an app's flow and saying so of a browser's works the same way. */
const kindOf = (address: FlowAddress) => (address.at === 'start' ? address.kind : 'api');
