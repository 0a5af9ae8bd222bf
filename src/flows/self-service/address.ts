import * as l10n from '@vscode/l10n';
import { type FlowKind, type FlowType, isFlowType, optionsIn } from './flow-operations.ts';

/** What a text that a person pasted stands for. Nothing is ever sent to the host in it: only ids are taken from it. */
export type FlowAddress =
  | {
      readonly at: 'flow';
      readonly id: string;
      /** Absent where the text does not tell. */
      readonly type?: FlowType;
      /** What the link of a mail carries: filled into the form. */
      readonly code?: string;
      /** What the link of an older mail carries: submitted by itself. */
      readonly token?: string;
    }
  | {
      readonly at: 'start';
      readonly type: FlowType;
      readonly kind: FlowKind;
      readonly options: Readonly<Record<string, string | boolean>>;
    }
  | { readonly at: 'error'; readonly id: string };

/** A text that leads to no flow, in words for its field. */
export class FlowAddressError extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What pages for a flow are often called. */
const PAGES: Readonly<Record<FlowType, RegExp>> = {
  login: /\/(log-?in|sign-?in)\/?$/i,
  registration: /\/(registration|register|sign-?up)\/?$/i,
  recovery: /\/(recovery|recover|forgot-password|reset-password)\/?$/i,
  verification: /\/(verification|verify|verify-email)\/?$/i,
  settings: /\/(settings|account|profile)\/?$/i,
};

/**
 * Reads an id, the address of a page that shows a flow, or an address of Kratos itself.
 * @throws {FlowAddressError} with what is wrong and what to paste
 */
export function parseFlowAddress(text: string): FlowAddress {
  const trimmed = text.trim();
  if (UUID.test(trimmed)) return { at: 'flow', id: trimmed };
  if (/^stub:\d+$/.test(trimmed)) return { at: 'error', id: trimmed };
  const url = parseUrl(trimmed);
  const query = url.searchParams;
  return ofKratos(url) ?? ofPage(url) ?? ofChallenge(query) ?? nowhere(query);
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new FlowAddressError(
      l10n.t('This is no id of a flow and no address. Paste the address of the page that shows the flow.'),
    );
  }
}

/** `/self-service/login/browser`, `/self-service/login/flows?id=`, `/self-service/login?flow=`, `/self-service/errors`. */
function ofKratos({ pathname, searchParams }: URL): FlowAddress | undefined {
  const [, name = '', last = ''] = /\/self-service\/([a-z]+)(?:\/([a-z]+))?\/?$/.exec(pathname) ?? [];
  if (name === 'errors') return errorOf(searchParams.get('id'));
  if (!isFlowType(name)) return undefined;
  if (last === 'browser' || last === 'api') {
    return { at: 'start', type: name, kind: last, options: optionsIn(name, last, searchParams) };
  }
  const id = searchParams.get(last === 'flows' ? 'id' : 'flow');
  return id ? flowAt(id, searchParams, name) : undefined;
}

function ofPage({ pathname, searchParams }: URL): FlowAddress | undefined {
  const id = searchParams.get('flow');
  if (id) {
    const type = Object.entries(PAGES).find(([, page]) => page.test(pathname))?.[0];
    return flowAt(id, searchParams, isFlowType(type) ? type : undefined);
  }
  return /error\/?$/i.test(pathname) ? errorOf(searchParams.get('id')) : undefined;
}

function flowAt(id: string, query: URLSearchParams, type: FlowType | undefined): FlowAddress {
  if (!UUID.test(id)) throw new FlowAddressError(l10n.t('The flow in this address is no id of a flow.'));
  const code = query.get('code');
  const token = query.get('token');
  return {
    at: 'flow',
    id,
    ...(type ? { type } : {}),
    ...(code ? { code } : {}),
    ...(token ? { token } : {}),
  };
}

const errorOf = (id: string | null): FlowAddress | undefined => (id ? { at: 'error', id } : undefined);

/** A page of Hydra's login begins a login flow that goes on with the OAuth 2.0 flow behind it. */
function ofChallenge(query: URLSearchParams): FlowAddress | undefined {
  const challenge = query.get('login_challenge');
  return challenge
    ? { at: 'start', type: 'login', kind: 'browser', options: { login_challenge: challenge } }
    : undefined;
}

function nowhere(query: URLSearchParams): never {
  if (query.has('consent_challenge') || query.has('logout_challenge'))
    throw new FlowAddressError(
      l10n.t('This challenge belongs to OAuth 2.0: “Ory: Open Challenge…” takes it.'),
    );
  throw new FlowAddressError(
    l10n.t('This address names no flow: it holds neither “?flow=” nor “?id=” of an error.'),
  );
}
