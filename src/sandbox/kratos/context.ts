import type { Clock } from '../http/service.ts';
import type { LoginRequests } from '../login-requests.ts';
import type { KratosSettings } from './config/settings.ts';
import type { CourierStore } from './courier/store.ts';
import type { FlowErrors } from './flows/errors.ts';
import type { FlowSecrets } from './flows/secrets.ts';
import type { FlowStore } from './flows/store.ts';
import type { PausedSettings } from './flows/settings/paused.ts';
import type { IdentityStore } from './identities/store.ts';
import type { SchemaRegistry } from './schemas/registry.ts';
import type { SessionStore } from './sessions/store.ts';

/** What every handler of Kratos works on. */
export interface KratosContext {
  readonly settings: KratosSettings;
  readonly schemas: SchemaRegistry;
  readonly identities: IdentityStore;
  readonly sessions: SessionStore;
  readonly courier: CourierStore;
  readonly flows: FlowStore;
  /** Codes and tokens that flows sent out. */
  readonly secrets: FlowSecrets;
  /** Errors that browsers were sent to the page for errors with. */
  readonly errors: FlowErrors;
  /** Changes of settings that wait for somebody to confirm who they are. */
  readonly paused: PausedSettings;
  /** The OAuth 2.0 server whose logins Kratos does, where the configuration names one. */
  readonly oauth2: LoginRequests | undefined;
  readonly clock: Clock;
  /** The present as the server writes it; never the same twice. */
  readonly now: () => string;
}
