import { Stamper } from '../clock.ts';
import type { Addresses, Clock, ServiceGroup } from '../http/service.ts';
import { objectOr } from '../json/values.ts';
import { adminService } from './admin.ts';
import { readSettings } from './config/settings.ts';
import type { KratosContext } from './context.ts';
import { CourierStore, type CourierMessage } from './courier/store.ts';
import { FlowStore, type Flow } from './flows/store.ts';
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
    }),
    restore(data) {
      const { identities, sessions, messages, flows } = objectOr(data);
      kratos.identities.restore(identities as IdentitySnapshot);
      kratos.sessions.restore(sessions as Session[]);
      kratos.courier.restore(messages as CourierMessage[]);
      kratos.flows.restore(flows as Flow[]);
    },
  };
}
