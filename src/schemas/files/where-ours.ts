import type { FileKind } from '../addresses.ts';
import type { JsonSchema } from '../json-schema.ts';
import { keysOf, type Server } from './kind-of-keys.ts';

/** Members of which one is enough where the name of a file names the server. */
const TELLING: Readonly<Record<Server, readonly string[]>> = {
  kratos: ['selfservice', 'identity', 'courier', 'dsn'],
  hydra: ['urls', 'strategies', 'oidc', 'ttl', 'webfinger', 'dsn'],
  keto: ['namespaces', 'dsn'],
};

/** What a schema has at its top before it says what it describes. */
const OF_SCHEMAS = [
  '$id',
  '$schema',
  '$comment',
  'title',
  'description',
  'type',
  'properties',
  'definitions',
];

/**
 * A schema for files that editors tell by their names alone: it says nothing of one whose content is something else, and
 * all of one that has just been begun.
 */
export function whereOurs(kind: FileKind, schema: JsonSchema): JsonSchema {
  const { definitions, ...rest } = schema;
  return { ...(definitions ? { definitions } : {}), if: isOurs(kind), then: rest };
}

function isOurs(kind: FileKind): JsonSchema {
  if (kind !== 'identity-schema') {
    const told = TELLING[kind].map((name) => ({ required: [name] }));
    return { type: 'object', anyOf: [...told, { propertyNames: { enum: keysOf(kind) } }] };
  }
  const begun = { propertyNames: { enum: OF_SCHEMAS }, properties: { properties: { maxProperties: 1 } } };
  const told = { required: ['properties'], properties: { properties: { required: ['traits'] } } };
  return { type: 'object', anyOf: [told, begun] };
}
