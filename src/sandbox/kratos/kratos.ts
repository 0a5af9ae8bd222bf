import { Stamper } from '../clock.ts';
import type { Addresses, Clock, ServiceGroup } from '../http/service.ts';
import { isObject, objectOr } from '../json/values.ts';
import type { LoginRequests } from '../login-requests.ts';
import { adminService } from './admin.ts';
import { readSettings } from './config/settings.ts';
import type { KratosContext } from './context.ts';
import { toInbox } from './courier/inbox.ts';
import { CourierStore, type CourierMessage } from './courier/store.ts';
import { FlowErrors, type FlowError } from './flows/errors.ts';
import type { Flow } from './flows/model.ts';
import { FlowSecrets, type SecretsSnapshot } from './flows/secrets.ts';
import { PausedSettings, type PausedChange } from './flows/settings/paused.ts';
import { FlowStore } from './flows/store.ts';
import { IdentityStore, type IdentitySnapshot } from './identities/store.ts';
import { publicService } from './public.ts';
import { SchemaRegistry } from './schemas/registry.ts';
import { GeneratedIdentities } from './seed/generated-identities.ts';
import { seedMessages, seedSessions } from './seed/seed-sessions.ts';
import type { Session } from './sessions/model.ts';
import { SessionStore } from './sessions/store.ts';

export interface KratosOptions {
  /** Parsed kratos.yml, if there is one, and the path that its relative files count from. */
  readonly config: unknown;
  readonly configFile: string;
  readonly addresses: () => Addresses;
  readonly clock: Clock;
  readonly seed: number;
  /** How many identities are generated. */
  readonly identities: number;
  /** The OAuth 2.0 server at hand: whatever address the configuration names for one, this is asked. */
  readonly oauth2?: LoginRequests;
}

/** Kratos' two ports on one store. Throws a ConfigError. */
export function createKratos(options: KratosOptions): ServiceGroup {
  const { clock, seed } = options;
  const settings = readSettings(options.config, options.configFile, options.addresses);
  const schemas = new SchemaRegistry(settings.schemas);
  schemas.check();
  const generated = new GeneratedIdentities(seed, options.identities, settings.schemas);
  const stamper = new Stamper(clock);
  const kratos: KratosContext = {
    settings,
    schemas,
    identities: new IdentityStore(generated),
    sessions: new SessionStore(),
    courier: new CourierStore(),
    flows: new FlowStore(),
    secrets: new FlowSecrets(),
    errors: new FlowErrors(),
    paused: new PausedSettings(),
    oauth2: settings.oauth2.linked ? options.oauth2 : undefined,
    clock,
    now: () => stamper.next(),
  };
  const now = clock.now();
  kratos.sessions.restore(seedSessions(seed, generated, now, settings.sessionLifespanMs));
  kratos.courier.restore(seedMessages(seed, generated, now));
  return {
    services: [publicService(kratos), adminService(kratos)],
    snapshot: () => ({
      identities: kratos.identities.snapshot(),
      sessions: kratos.sessions.snapshot(),
      messages: kratos.courier.snapshot(),
      flows: kratos.flows.snapshot(),
      secrets: kratos.secrets.snapshot(),
      errors: kratos.errors.snapshot(),
      paused: kratos.paused.snapshot(),
    }),
    mails: () => kratos.courier.all().map(toInbox),
    restore(data) {
      const { identities, sessions, messages, flows, secrets, errors, paused } = objectOr(data);
      kratos.identities.restore(identities as IdentitySnapshot);
      kratos.sessions.restore(sessions as Session[]);
      kratos.courier.restore(messages as CourierMessage[]);
      kratos.flows.restore(flows as Flow[]);
      // Snapshots of older versions do not have these.
      if (isObject(secrets)) kratos.secrets.restore(secrets as unknown as SecretsSnapshot);
      kratos.errors.restore((errors ?? []) as FlowError[]);
      kratos.paused.restore((paused ?? []) as PausedChange[]);
    },
  };
}
