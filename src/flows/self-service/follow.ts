import * as l10n from '@vscode/l10n';
import { type FlowAddress, FlowAddressError, parseFlowAddress } from './address.ts';
import type { ContinueWith } from './continue-with.ts';
import type { FlowKind, FlowType } from './flow-operations.ts';

/** Where a flow can go on, once a person asks for it. */
export interface Follow {
  readonly label: string;
  readonly target: FollowTarget;
}

export type FollowTarget =
  | { readonly at: 'flow'; readonly address: FlowAddress; readonly kind: FlowKind }
  /** A page that is no flow: for a browser. */
  | { readonly at: 'page'; readonly url: string };

/** Where an address that a server sent leads: to a flow where it names one, else to a page. */
export function followUrl(url: string, kind: FlowKind, base: string): Follow {
  try {
    // A redirect may name no host: it is the server's own then.
    const address = parseFlowAddress(new URL(url, base).href);
    if (address.at === 'start') return startOf(address.type, kind, address.options);
    const label =
      address.at === 'error' ? l10n.t('Read the Error') : l10n.t('Open the {0}Flow', titleOf(address.type));
    return { label, target: { at: 'flow', address, kind } };
  } catch (error) {
    if (!(error instanceof FlowAddressError || error instanceof TypeError)) throw error;
    return { label: l10n.t('Open the Page in the Browser'), target: { at: 'page', url } };
  }
}

/** A new flow; an app starts one of its own where the server's address is meant for browsers. */
export function startOf(
  type: FlowType,
  kind: FlowKind,
  options: Readonly<Record<string, string | boolean>> = {},
): Follow {
  const how = [
    options.refresh ? l10n.t('That Asks Again') : '',
    options.aal === 'aal2' ? l10n.t('with the Second Factor') : '',
  ].filter(Boolean);
  return {
    label: [l10n.t('Start a'), titleOf(type) + 'Flow', ...how].join(' '),
    target: { at: 'flow', kind, address: { at: 'start', type, kind, options } },
  };
}

export const openOf = (type: FlowType, id: string, kind: FlowKind, label: string): Follow => ({
  label,
  target: { at: 'flow', kind, address: { at: 'flow', type, id } },
});

/** What `continue_with` offers; a session token is taken over by itself. */
export function followsIn(list: readonly ContinueWith[], kind: FlowKind, base: string): readonly Follow[] {
  return list.flatMap((one) => {
    switch (one.action) {
      case 'show_flow':
        return [openOf(one.type, one.id, kind, l10n.t('Open the {0}Flow', titleOf(one.type)))];
      case 'redirect_browser_to':
        return [followUrl(one.url, kind, base)];
      case 'set_ory_session_token':
      case 'other':
        return [];
    }
  });
}

const titleOf = (type: FlowType | undefined): string =>
  type ? `${type.charAt(0).toUpperCase()}${type.slice(1)} ` : '';
