import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../shared/connect.ts';
import type { FlowMessage } from './contract.ts';

/** Messages that say all by their name: they have nothing else. */
type Bare = Extract<
  FlowMessage,
  { do: string; at?: never; step?: never; id?: never; name?: never; text?: never; value?: never }
>['do'];

/** A button that sends one message. */
export const button = (
  view: Pick<View<FlowMessage>, 'send'>,
  what: Bare,
  label: string,
  { secondary = false, id = `do-${what}` }: { readonly secondary?: boolean; readonly id?: string } = {},
): TemplateResult => html`
  <vscode-button id=${id} ?secondary=${secondary} @click=${() => view.send({ do: what })}
    >${label}</vscode-button
  >
`;
