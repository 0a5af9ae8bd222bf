import { CATALOGUE } from '../ory/operations/index.ts';
import type { Field, Operation } from '../ory/operations/operation.ts';
import type { JsonSchema } from './json-schema.ts';
import { clientSchema } from './kinds/client.ts';
import {
  batchSchema,
  identitySchema,
  type LiveSchemas,
  newIdentitySchema,
  putIdentitySchema,
} from './kinds/identity.ts';
import { newIssuerSchema } from './kinds/issuer.ts';
import { jwkSchema, keySetSchema } from './kinds/jwk.ts';
import { patchSchema } from './kinds/patch.ts';
import { projectSchema, putProjectSchema } from './kinds/project.ts';
import { publishedBody } from './published.ts';

const closedOfIdentity = [
  'id',
  'credentials',
  'stateChangedAt',
  'state_changed_at',
  'created_at',
  'updated_at',
  'schema_url',
  'organization_id',
];
const closedOfClient = ['id', 'client_id', 'created_at', 'updated_at', 'registration_access_token'];
const closedOfProject = ['id', 'revision_id', 'slug', 'workspace_id', 'home_region', 'state'];

/** Bodies of which we know more than their published type says. */
const KNOWN: Readonly<Record<string, (live: LiveSchemas) => JsonSchema>> = {
  createIdentity: newIdentitySchema,
  updateIdentity: putIdentitySchema,
  batchPatchIdentities: batchSchema,
  patchIdentity: (live) => patchSchema({ of: identitySchema(live), closed: closedOfIdentity }),
  createOAuth2Client: clientSchema,
  setOAuth2Client: clientSchema,
  createOidcDynamicClient: clientSchema,
  setOidcDynamicClient: clientSchema,
  patchOAuth2Client: () => patchSchema({ of: clientSchema(), closed: closedOfClient }),
  setJsonWebKey: jwkSchema,
  setJsonWebKeySet: keySetSchema,
  trustOAuth2JwtGrantIssuer: newIssuerSchema,
  setProject: putProjectSchema,
  patchProject: () => patchSchema({ of: projectSchema(), closed: closedOfProject }),
  patchProjectWithRevision: () => patchSchema({ of: projectSchema(), closed: closedOfProject }),
};

/**
 * The schema of an operation's body.
 * @param live the identity schemas of the connection
 * @returns undefined where the operation has no body, or one of plain text
 */
export function bodySchema(operationId: string, live: LiveSchemas): JsonSchema | undefined {
  const operation = CATALOGUE.find(({ id }) => id === operationId);
  if (!operation?.body || operation.body.contentType === 'text/plain') return undefined;
  const schema = operation.body.fields
    ? formSchema(operation.body.fields)
    : (KNOWN[operationId]?.(live) ?? publishedBody(operationId));
  return schema && { title: titleOf(operation), ...schema };
}

const titleOf = ({ id, body }: Operation): string => `${id}: ${body?.summary ?? ''}`;

/** The fields of a form as a JSON object. */
function formSchema(fields: Readonly<Record<string, Field>>): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
    required: Object.keys(fields).filter((name) => fields[name]?.required),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): JsonSchema {
  const { summary, values, minimum, maximum } = field;
  const one: JsonSchema = {
    type: field.type === 'string[]' ? 'string' : field.type,
    ...(values ? { enum: values } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  return {
    description: summary,
    ...(field.type === 'string[]' ? { type: 'array', items: one } : one),
    ...(field.default === undefined ? {} : { default: field.default }),
  };
}
