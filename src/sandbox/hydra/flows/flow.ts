import type { ClientData } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import { encodeQuery } from '../http/paths.ts';
import type { Consent } from './consent-store.ts';
import type { Proof } from '../tokens/code-store.ts';
import type { ResponseMode } from './response-mode.ts';

/** Why a login or a consent was refused, in the words that the client gets. */
export interface Refusal {
  readonly error: string;
  readonly description: string;
  /** Told where the flow has no client to go back to. */
  readonly status?: number | undefined;
}

/** What the login app said about the user. */
export interface AcceptedLogin {
  readonly subject: string;
  readonly remember: boolean;
  /** Seconds; 0 means for ever. */
  readonly rememberFor: number;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly context: unknown;
  /** Seconds since 1970. */
  readonly authenticatedAt: number;
  /** A remembered login is remembered anew. */
  readonly extend: boolean;
  /** The subject that a pairwise client gets to see; empty: one that is derived. */
  readonly forcedSubject: string;
}

/** What the consent app granted. */
export type AcceptedConsent = Pick<
  Consent,
  'grantedScope' | 'grantedAudience' | 'session' | 'remember' | 'rememberFor' | 'handledAt'
>;

/**
 * An authorization on its way through login and consent. The server keeps none of them: each challenge and verifier
 * is the flow itself, sealed. That is why a used challenge can be read and accepted again.
 */
export interface Flow {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly clientId: string;
  /** The client as it was when the flow began; it may be gone by now. */
  readonly client: ClientData;
  /** Where the browser comes back to with a verifier: the authorization or the device endpoint. */
  readonly path: string;
  /** The query that the browser comes back with, without the verifier. */
  readonly query: string;
  /** Path and query as the flow began. */
  readonly requestUrl: string;
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  readonly redirectUri: string;
  /** `redirect_uri` was sent, so the exchange has to name it as well. */
  readonly redirectSent: boolean;
  readonly responseType: string;
  readonly mode: ResponseMode;
  readonly state: string;
  readonly nonce: string;
  readonly proof: (Omit<Proof, 'method'> & { readonly method: string }) | null;
  readonly prompt: readonly string[];
  /** None where a device's flow did not come with one. */
  readonly oidcContext: Readonly<Record<string, unknown>> | null;
  /** The id of the login session, new or remembered. */
  readonly sessionId: string;
  /** The login is remembered: the app need not ask. */
  readonly skip: boolean;
  /** Who is remembered. */
  readonly subject: string;
  /** When a remembered user logged in, in seconds since 1970. */
  readonly authenticatedAt: number;
  /** Seconds since 1970. */
  readonly requestedAt: number;
  /** What the browser's cookie has to hold when it comes back. */
  readonly csrf: string;
  readonly login?: AcceptedLogin;
  readonly consentId?: string;
  readonly consentSkip?: boolean;
  readonly consent?: AcceptedConsent;
  readonly refusal?: Refusal;
  /** The device whose user is asked, and what the browser's cookie has to hold that typed its code in. */
  readonly deviceKey?: string;
  readonly deviceCsrf?: string;
}

export type FlowStep = 'login' | 'consent' | 'login_verifier' | 'consent_verifier' | 'device_verifier';

export function sealFlow({ seal }: HydraContext, step: FlowStep, flow: Flow): string {
  return seal.close(step, flow);
}

/** The flow in a challenge or verifier; undefined when it is not ours, or its time is over. */
export function openFlow(
  { seal, stamps, config }: HydraContext,
  step: FlowStep,
  text: string,
): Flow | undefined {
  const flow = seal.open(step, text) as Flow | undefined;
  return flow === undefined || flow.requestedAt + config.ttl.login < stamps.seconds() ? undefined : flow;
}

/** Where the app sends the browser after its decision. */
export function returnUrl(
  context: HydraContext,
  step: 'login_verifier' | 'consent_verifier',
  flow: Flow,
): string {
  const query = new URLSearchParams(flow.query);
  query.set(step, sealFlow(context, step, flow));
  return `${context.config.issuer()}${flow.path}?${encodeQuery(query)}`;
}
