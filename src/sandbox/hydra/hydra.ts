import { Router } from '../http/router.ts';
import type { Addresses, Clock, Service } from '../http/service.ts';
import type { LoginRequests } from '../login-requests.ts';
import { registrationRoutes } from './clients/registration.ts';
import { clientRoutes } from './clients/routes.ts';
import { readConfig } from './config.ts';
import type { HydraContext } from './context.ts';
import { adminDiscoveryRoutes, publicDiscoveryRoutes } from './discovery/routes.ts';
import { authorizeRoutes } from './flows/authorize.ts';
import { consentRequestRoutes } from './flows/consent-requests.ts';
import { deviceRequestRoutes, deviceRoutes } from './flows/device.ts';
import { fallbackRoutes } from './flows/fallbacks.ts';
import { loginRequestRoutes, loginRequests } from './flows/login-requests.ts';
import { logoutRequestRoutes } from './flows/logout-requests.ts';
import { logoutRoutes } from './flows/logout.ts';
import { sessionRoutes } from './flows/session-routes.ts';
import { adminPort, publicPort } from './http/ports.ts';
import { Seal } from './http/seal.ts';
import { issuerRoutes } from './issuers/routes.ts';
import { adminKeyRoutes, publicKeyRoutes } from './keys/routes.ts';
import { sow } from './seed/sow.ts';
import { HydraState } from './state.ts';
import { Stamps } from './time.ts';
import { credentialRoutes } from './tokens/credentials.ts';
import { adminTokenRoutes, GRANTS, publicTokenRoutes } from './tokens/routes.ts';
import { userinfoRoutes } from './tokens/userinfo.ts';

export interface HydraOptions {
  /** A parsed `hydra.yml`, or undefined. */
  readonly config: unknown;
  /** Where the sandbox listens; asked when the first request is there. */
  readonly addresses: () => Addresses;
  readonly clock: Clock;
  readonly seed: number;
  /** How many believable clients to begin with; 0 also means no consents, logins and issuers. */
  readonly clients: number;
  /** Subjects of whom some have given consents already. */
  readonly people?: readonly string[];
}

export interface Hydra {
  readonly services: Service[];
  /** What an app in this process does at which its users sign in. */
  readonly logins: LoginRequests;
  /** The state as JSON data. It holds private keys: keep it where only the user can read it. */
  snapshot(): unknown;
  /** Replaces the state by a snapshot. */
  restore(data: unknown): void;
}

/** An OAuth 2.0 server that answers like the newest Ory Hydra, on two ports. */
export function createHydra(options: HydraOptions): Hydra {
  const state = new HydraState();
  const config = readConfig(options.config, options.addresses);
  const context: HydraContext = {
    config,
    state,
    stamps: new Stamps(options.clock),
    seal: new Seal(config.systemSecret),
  };
  sow(context, options.seed, options.clients, options.people ?? []);

  const admin = new Router();
  clientRoutes(admin, context);
  adminKeyRoutes(admin, context);
  issuerRoutes(admin, context);
  adminTokenRoutes(admin, context);
  sessionRoutes(admin, context);
  loginRequestRoutes(admin, context);
  consentRequestRoutes(admin, context);
  logoutRequestRoutes(admin, context);
  deviceRequestRoutes(admin, context);
  adminDiscoveryRoutes(admin);

  const open = new Router();
  registrationRoutes(open, context);
  publicKeyRoutes(open, context);
  publicTokenRoutes(open, context, GRANTS);
  userinfoRoutes(open, context);
  credentialRoutes(open, context);
  authorizeRoutes(open, context);
  deviceRoutes(open, context);
  logoutRoutes(open, context);
  fallbackRoutes(open);
  publicDiscoveryRoutes(open, context);

  return {
    services: [publicPort(open), adminPort(admin)],
    logins: loginRequests(context),
    snapshot: () => ({ version: 1, ...state.save() }),
    restore: (data) => state.load(data as ReturnType<HydraState['save']>),
  };
}
