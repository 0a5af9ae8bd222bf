import { type ContinueWith, continueWithIn } from './continue-with.ts';
import type { FlowKind, FlowType } from './flow-operations.ts';
import { listIn, type Loose, objectIn, parseLoose, textIn } from './loose.ts';
import { type FlowNode, type Message, messagesIn, nodesIn } from './nodes.ts';
import { type OAuth2Login, oauth2LoginIn } from './oauth2-login.ts';

/** A flow as its server describes it, read leniently: nothing of it is sure but its id. */
export interface Flow {
  readonly type: FlowType;
  readonly kind: FlowKind;
  readonly id: string;
  /** `choose_method`, `sent_email`, `passed_challenge`, `show_form`, `success`; older servers tell none for some types. */
  readonly state?: string;
  readonly issuedAt?: string;
  readonly expiresAt?: string;
  readonly requestUrl?: string;
  readonly returnTo?: string;
  /** The method that is under way. */
  readonly active?: string;
  /** A login that asks again although there is a session. */
  readonly refresh: boolean;
  readonly requestedAal?: string;
  readonly organization?: string;
  readonly identitySchema?: string;
  /** The OAuth 2.0 flow behind it. */
  readonly oauth2Login?: OAuth2Login;
  /** What the app hands through to web hooks, as JSON. */
  readonly transientPayload?: Loose;
  readonly method: string;
  readonly action: string;
  readonly messages: readonly Message[];
  readonly nodes: readonly FlowNode[];
  readonly continueWith: readonly ContinueWith[];
  /** What the server sent, digit for digit. */
  readonly text: string;
}

/** Reads an answer as a flow of a type; undefined where it is none. */
export function readFlow(type: FlowType, text: string): Flow | undefined {
  const body = objectIn(parseLoose(text));
  const id = textIn(body.id);
  if (!id || typeof body.ui !== 'object' || body.ui === null) return undefined;
  const ui = objectIn(body.ui);
  const payload = body.transient_payload;
  const fields = {
    state: textIn(body.state),
    issuedAt: textIn(body.issued_at),
    expiresAt: textIn(body.expires_at),
    requestUrl: textIn(body.request_url),
    returnTo: textIn(body.return_to),
    active: textIn(body.active),
    requestedAal: textIn(body.requested_aal),
    organization: textIn(body.organization_id),
    identitySchema: textIn(body.identity_schema),
    oauth2Login: oauth2LoginIn(body.oauth2_login_request),
    transientPayload:
      typeof payload === 'object' && payload !== null && !Array.isArray(payload)
        ? objectIn(payload)
        : undefined,
  };
  return {
    type,
    kind: body.type === 'browser' ? 'browser' : 'api',
    id,
    ...(given(fields) as Partial<Flow>),
    refresh: body.refresh === true,
    method: textIn(ui.method) ?? 'POST',
    action: textIn(ui.action) ?? '',
    messages: messagesIn(ui.messages),
    nodes: nodesIn(listIn(ui.nodes)),
    continueWith: continueWithIn(body.continue_with),
    text,
  };
}

const given = (fields: Loose): Loose =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Every message of a flow, those of the whole form first. */
export const allMessages = ({ messages, nodes }: Flow): readonly Message[] => [
  ...messages,
  ...nodes.flatMap((node) => node.messages),
];

/** A flow that has been done: what it complained about before is of no more use. */
export const withoutMessages = (flow: Flow): Flow => ({
  ...flow,
  messages: [],
  nodes: flow.nodes.map((node) => ({ ...node, messages: [] })),
});

/** Whether a flow complains about what was sent. */
export const complains = (flow: Flow): boolean => allMessages(flow).some(({ type }) => type === 'error');

/** The value that shows a browser's form to be its own; undefined in flows of apps. */
export const csrfOf = ({ nodes }: Flow): string | undefined =>
  textIn(nodes.find((node) => node.name === 'csrf_token')?.value);
