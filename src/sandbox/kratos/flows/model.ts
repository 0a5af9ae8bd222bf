import type { JsonObject } from '../../json/values.ts';
import type { FlowKind } from '../config/self-service.ts';
import type { Form } from '../ui/form.ts';

export type FlowState = 'choose_method' | 'show_form' | 'sent_email' | 'passed_challenge' | 'success';
export type Aal = 'aal1' | 'aal2';

/**
 * A self-service flow, whatever its kind. What a store gives is a copy to work on: changes count when the flow is
 * saved, and are lost when it is not.
 */
export interface Flow {
  readonly id: string;
  readonly kind: FlowKind;
  /** Made for an app, or for a browser. */
  type: 'api' | 'browser';
  issued_at: string;
  expires_at: string;
  request_url: string;
  created_at: string;
  updated_at: string;
  state: FlowState;
  /** The method that was used last, where a flow tells. */
  active?: string | undefined;
  form: Form;
  /** The token that the flow was begun with: only the browser with its cookie may read on. */
  csrf: string;
  organization_id?: string | undefined;
  identity_schema?: string | undefined;
  login_challenge?: string | undefined;
  /** What the methods have to remember; never shown. */
  memory: JsonObject;
  /** Login: whether a session is to be confirmed, and the assurance that is asked for. */
  refresh?: boolean;
  requested_aal?: Aal;
  /** Settings, recovery, verification: whom the flow is about, once that is known. */
  identity_id?: string | undefined;
  /** Verification that follows a registration: the session that it began. */
  session_id?: string | undefined;
  /** Recovery: settings are not shown afterwards. */
  skip_settings?: boolean;
  /** Recovery that an administrator began. */
  by_admin?: boolean;
}

/** What an answer says in addition to the stored flow; never saved. */
export interface Extras {
  transient_payload?: unknown;
  session_token_exchange_code?: string;
  login_request?: JsonObject | undefined;
  continue_with?: readonly JsonObject[];
}
