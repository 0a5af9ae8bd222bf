import * as clients from './clients.ts';
import * as discovery from './discovery.ts';
import * as identities from './identities.ts';
import * as keys from './keys.ts';
import type { Operation } from './operation.ts';
import * as projects from './projects.ts';
import * as schemas from './schemas.ts';
import * as sessions from './sessions.ts';
import * as issuers from './trusted-issuers.ts';

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'effect' in value && 'path' in value;

/**
 * Every operation of the catalogue. An operation is added in the file of its group; a new group is added here.
 * Health and version (`meta.ts`) exist on every server and stand apart.
 */
export const CATALOGUE: readonly Operation[] = [
  identities,
  sessions,
  schemas,
  clients,
  keys,
  issuers,
  discovery,
  projects,
].flatMap((group) => Object.values(group).filter(isOperation));
