import type { KindId } from '../resources/kind.ts';
import type { SchemaRef } from './addresses.ts';
import { hydraConfigSchema } from './config/hydra.ts';
import { ketoConfigSchema } from './config/keto.ts';
import { kratosConfigSchema } from './config/kratos.ts';
import { whereOurs } from './files/where-ours.ts';
import type { JsonSchema } from './json-schema.ts';
import { clientSchema, newClientSchema } from './kinds/client.ts';
import { identityFileSchema } from './kinds/identity-schema.ts';
import { identitySchema, type LiveSchemas, newIdentitySchema } from './kinds/identity.ts';
import { issuerSchema, newIssuerSchema } from './kinds/issuer.ts';
import { keySetSchema } from './kinds/jwk.ts';
import { patchSchema } from './kinds/patch.ts';
import { projectSchema } from './kinds/project.ts';
import { sessionSchema } from './kinds/session.ts';
import { bodySchema } from './operations.ts';

const DOCUMENTS: Readonly<Partial<Record<KindId, (live: LiveSchemas) => JsonSchema>>> = {
  identities: identitySchema,
  clients: clientSchema,
  keys: keySetSchema,
  issuers: issuerSchema,
  schemas: identityFileSchema,
  sessions: sessionSchema,
  projects: projectSchema,
};
const NEW: Partial<Record<KindId, (live: LiveSchemas) => JsonSchema>> = {
  identities: newIdentitySchema,
  clients: newClientSchema,
  issuers: newIssuerSchema,
};
const FILES = {
  kratos: kratosConfigSchema,
  hydra: hydraConfigSchema,
  keto: ketoConfigSchema,
  'identity-schema': identityFileSchema,
} as const;

/**
 * The schema that is meant, but for those of identities' traits, which servers have.
 * @param live the identity schemas of the connection
 * @returns undefined where there is none
 */
export function schemaOf(ref: SchemaRef, live: LiveSchemas): JsonSchema | undefined {
  switch (ref.of) {
    case 'document':
      return ((ref.isNew ? NEW[ref.kind] : undefined) ?? DOCUMENTS[ref.kind])?.(live);
    case 'operation':
      return bodySchema(ref.operation, live);
    case 'file':
      return ref.ifOurs ? whereOurs(ref.file, FILES[ref.file]()) : FILES[ref.file]();
    case 'configuration':
      return FILES[ref.server]('network');
    case 'patch':
      return patchSchema();
    case 'traits':
      return undefined;
  }
}
