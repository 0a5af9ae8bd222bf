import * as v from 'valibot';

/** A text of the server with its number, and what we say about it. */
export interface ShownMessage {
  readonly id: number;
  readonly text: string;
  readonly type: 'info' | 'success' | 'error';
  readonly means: string;
  readonly next: string;
}

/** One node of the form. */
export interface ShownNode {
  /** Where it stands among the flow's nodes. */
  readonly at: number;
  readonly shape: 'field' | 'checkbox' | 'choice' | 'submit' | 'hidden' | 'text' | 'image' | 'link' | 'inert';
  /** What a person calls it: the server's label, else its name. */
  readonly label: string;
  readonly name: string;
  /** Type of an input; for the rest what it is. */
  readonly type: string;
  readonly required: boolean;
  readonly disabled: boolean;
  /** Never kept and never sent but with the submit. */
  readonly secret: boolean;
  /** Empty where it is a secret that is not revealed. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What a page would run or load for it; here nothing is. */
  readonly note: string;
  readonly labelMessage?: ShownMessage;
  readonly messages: readonly ShownMessage[];
}

export interface ShownGroup {
  readonly group: string;
  readonly title: string;
  readonly nodes: readonly ShownNode[];
  /** Why it can't be driven here; empty where it can. */
  readonly obstacle: string;
  readonly openInBrowser: boolean;
}

export interface ShownFact {
  readonly name: string;
  readonly value: string;
  readonly copy?: boolean;
}

export interface ShownFlow {
  /** "Login" */
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly expires?: number;
  readonly facts: readonly ShownFact[];
  /** The OAuth 2.0 client that it signs somebody in for, and what that asks for; empty where there is none. */
  readonly oauth2: readonly ShownFact[];
  readonly messages: readonly ShownMessage[];
  readonly groups: readonly ShownGroup[];
  /** Whether it is posted as a page without scripts does; absent where a browser has no part in it. */
  readonly asForm?: boolean;
  /** Something secret is shown only when it is revealed: keys, codes, the QR code. */
  readonly secrets: 'none' | 'masked' | 'revealed';
}

export interface ShownOutcome {
  readonly severity: 'info' | 'success' | 'warning' | 'error';
  readonly headline: string;
  readonly meaning: string;
  /** The server's words. */
  readonly reason: string;
  readonly errorId: string;
  /** continue_with, link by link. */
  readonly chain: readonly string[];
  readonly follows: readonly string[];
  /** The cookies of the browser that the flow belongs to would help. */
  readonly wantsCookies: boolean;
}

export interface ShownSession {
  readonly id: string;
  readonly who: string;
  readonly facts: readonly ShownFact[];
}

export interface ShownStep {
  readonly number: number;
  readonly operation: string;
  readonly kind: string;
  /** Empty where nothing was answered. */
  readonly status: string;
  readonly ms: number;
  readonly headline: string;
  readonly failed: boolean;
  readonly differences: readonly { readonly sign: '+' | '-' | '~'; readonly text: string }[];
  /** Number of the step that it is compared with; 0 where there is none. */
  readonly before: number;
}

export interface ShownCookie {
  readonly name: string;
  readonly about: string;
}

/** All that the view shows. No secret is in it unless a person asked to see one. */
export interface FlowModel {
  readonly connection: string;
  readonly production: boolean;
  /** What is going on, in words; empty where nothing is. */
  readonly busy: string;
  readonly flow?: ShownFlow;
  readonly outcome?: ShownOutcome;
  readonly session?: ShownSession;
  /** Settings were saved since it was read. */
  readonly sessionIsOld: boolean;
  /** The person's other sessions, once they were asked for. */
  readonly others?: readonly ShownSession[];
  /** How requests show who is asking, in words. */
  readonly credentials: string;
  readonly hasToken: boolean;
  /** A browser's cookies hold more than a CSRF token: a session, most likely. */
  readonly hasCookie: boolean;
  readonly tokenIsKept: boolean;
  readonly csrf: string;
  readonly cookies: readonly ShownCookie[];
  readonly refusedCookies: readonly ShownCookie[];
  /** JSON text, as it was typed. */
  readonly payload: string;
  readonly payloadProblem: string;
  readonly steps: readonly ShownStep[];
  /** Grows with each answer: what was typed for a secret belongs to one of them. */
  readonly round: number;
}

const bare = <const T extends string>(...names: readonly T[]) => v.object({ do: v.picklist(names) });

/** What the view sends. */
export const messages = v.union([
  /** A field that is no secret has changed. */
  v.object({ do: v.literal('fill'), name: v.string(), value: v.union([v.string(), v.boolean()]) }),
  v.object({ do: v.literal('asForm'), value: v.boolean() }),
  v.object({ do: v.literal('payload'), text: v.string() }),
  /** A button of the form was pressed; secrets travel with it and are kept nowhere. */
  v.object({ do: v.literal('submit'), at: v.number(), secrets: v.record(v.string(), v.string()) }),
  v.object({ do: v.literal('follow'), at: v.number() }),
  v.object({ do: v.literal('endSession'), id: v.string() }),
  v.object({ do: v.literal('showAnswer'), step: v.number() }),
  v.object({ do: v.literal('compare'), step: v.number() }),
  bare(
    'read',
    'startAgain',
    'startOther',
    'openInBrowser',
    'reveal',
    'whoAmI',
    'otherSessions',
    'endOthers',
    'startSettings',
    'logOut',
    'copyToken',
    'keepToken',
    'forgetToken',
    'enterToken',
    'enterCookies',
    'clearCookies',
    'showFlow',
    'exportCurl',
    'exportCode',
    'cancel',
  ),
]);

export type FlowMessage = v.InferOutput<typeof messages>;
