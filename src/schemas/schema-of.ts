import { own } from '../ory/own.ts';
import type { KindId } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
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
import { publishedType } from './published.ts';

/** Types of the API, or what we call one, of which we know more than was published. */
const KNOWN: Readonly<Record<string, (live: LiveSchemas) => JsonSchema>> = {
  Identity: identitySchema,
  CreateIdentityBody: newIdentitySchema,
  OAuth2Client: clientSchema,
  'New OAuth2Client': newClientSchema,
  JsonWebKeySet: keySetSchema,
  TrustedOAuth2JwtGrantIssuer: issuerSchema,
  TrustOAuth2JwtGrantIssuer: newIssuerSchema,
  'Identity schema': identityFileSchema,
  Session: sessionSchema,
  Project: projectSchema,
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
      return documentSchema(ref.kind, ref.isNew, live);
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

function documentSchema(kind: KindId, isNew: boolean, live: LiveSchemas): JsonSchema | undefined {
  const { schema, noun } = KINDS[kind];
  if (!schema) return undefined;
  const type = (isNew ? schema.created : undefined) ?? schema.document;
  return own(KNOWN, type)?.(live) ?? { ...publishedType(type), title: sentenceCase(noun) };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
