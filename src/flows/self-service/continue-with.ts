import * as l10n from '@vscode/l10n';
import { type FlowType, isFlowType } from './flow-operations.ts';
import { listIn, objectIn, textIn } from './loose.ts';

/** What Kratos says is to come next, in the order in which it says so. */
export type ContinueWith =
  | { readonly action: 'set_ory_session_token'; readonly token: string }
  | { readonly action: 'redirect_browser_to'; readonly url: string }
  | {
      readonly action: 'show_flow';
      readonly type: FlowType;
      readonly id: string;
      /** The address that is to be verified. */
      readonly address?: string;
    }
  | { readonly action: 'other'; readonly name: string };

/** Reads `continue_with`; older servers have none. */
export const continueWithIn = (value: unknown): readonly ContinueWith[] => listIn(value).map(oneIn);

function oneIn(value: unknown): ContinueWith {
  const one = objectIn(value);
  const name = textIn(one.action) ?? '';
  const token = textIn(one.ory_session_token);
  if (name === 'set_ory_session_token' && token) return { action: name, token };
  const url = textIn(one.redirect_browser_to);
  if (name === 'redirect_browser_to' && url) return { action: name, url };
  const type = /^show_([a-z]+)_ui$/.exec(name)?.[1];
  const flow = objectIn(one.flow);
  const id = textIn(flow.id);
  if (isFlowType(type) && id) {
    const address = textIn(flow.verifiable_address);
    return { action: 'show_flow', type, id, ...(address ? { address } : {}) };
  }
  return { action: 'other', name };
}

/** A link of the chain in words, after the name that the API has for it. */
export function continueWords(one: ContinueWith): string {
  switch (one.action) {
    case 'set_ory_session_token':
      return l10n.t('set_ory_session_token: the session’s token; it was taken over.');
    case 'redirect_browser_to':
      return l10n.t('redirect_browser_to: {0}', one.url);
    case 'show_flow':
      return l10n.t('show_{0}_ui: flow {1}{2}', one.type, one.id, one.address ? ` for ${one.address}` : '');
    case 'other':
      return l10n.t('{0}: not known here.', one.name || 'A link without a name');
  }
}
