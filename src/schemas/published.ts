import published from './generated/types.json' with { type: 'json' };
import type { JsonSchema } from './json-schema.ts';
import { known } from './words/parts.ts';
import { WORDS } from './words/words.ts';

const types = published.types as unknown as Readonly<Record<string, JsonSchema>>;
const bodies = published.bodies as unknown as Readonly<Record<string, JsonSchema>>;

/** Members that a document of a published type may hold. */
export const membersOf = (type: string): readonly string[] => Object.keys(types[type]?.properties ?? {});

/** Names of the operations whose JSON body has a published type. */
export const operationsWithBody = (): readonly string[] => Object.keys(bodies);

/**
 * The schema of a published type: its names, types and enumerations, with our descriptions.
 * @param changed what this place knows better of members of the type itself
 */
export function publishedType(name: string, changed: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  const own = described(name);
  const properties = { ...own.properties };
  for (const [member, schema] of Object.entries(changed)) {
    const known = properties[member];
    properties[member] = { ...(typeof known === 'object' ? known : {}), ...schema };
  }
  return withDefinitions({ ...own, ...(own.properties ? { properties } : {}) });
}

/** The schema of an operation's JSON body; undefined where it has none. */
export function publishedBody(operation: string): JsonSchema | undefined {
  const body = bodies[operation];
  return body && withDefinitions(body.$ref ? described(typeOf(body.$ref)) : body);
}

/** A schema with the definitions that it refers to, however deep. */
export function withDefinitions(schema: JsonSchema): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key !== '$ref' || typeof value !== 'string') collect(value);
      else if (!(typeOf(value) in definitions) && typeOf(value) in types) {
        definitions[typeOf(value)] = orNull(described(typeOf(value)));
        collect(definitions[typeOf(value)]);
      }
    }
  };
  collect(schema);
  return Object.keys(definitions).length > 0
    ? { ...schema, definitions: { ...definitions, ...schema.definitions } }
    : schema;
}

const typeOf = (reference: string): string => reference.replace('#/definitions/', '');

/** A published type with our words for each of its members. */
function described(name: string): JsonSchema {
  const type = types[name];
  if (!type) throw new Error(`No type is named ${name}.`);
  return inWords(BODIES.has(name) ? type : optional(type), name);
}

/** Types that are the whole body of a request: what they require is required. */
const BODIES: ReadonlySet<string> = new Set(Object.values(bodies).map(({ $ref }) => typeOf($ref ?? '')));

/** What types require that stand in others is the documentation's opinion: servers take most of it for empty. */
function optional(type: JsonSchema): JsonSchema {
  const rest: { -readonly [Name in keyof JsonSchema]: JsonSchema[Name] } = { ...type };
  delete rest.required;
  return rest;
}

function inWords(schema: JsonSchema, owner: string): JsonSchema {
  const each = (parts: readonly JsonSchema[]) => parts.map((part) => inWords(part, owner));
  return {
    ...schema,
    ...(schema.anyOf ? { anyOf: each(schema.anyOf) } : {}),
    ...(schema.allOf ? { allOf: each(schema.allOf) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([member, value]) => [
              member,
              typeof value === 'object' ? said(asServersRead(value, owner), owner, member) : value,
            ]),
          ),
        }
      : {}),
  };
}

/** What servers give: of their values newer ones know more than were published, and nobody can set them. */
const GIVEN: ReadonlySet<string> = new Set([
  'Identity',
  'IdentityCredentials',
  'Session',
  'SessionAuthenticationMethod',
  'Project',
  'BasicOrganization',
]);

/** A member as servers read it: null is nothing at all, bytes are a text, and there may be more values by now. */
function asServersRead(schema: JsonSchema, owner: string): JsonSchema {
  const { enum: values, ...rest } = schema;
  if (values && GIVEN.has(owner)) return { ...rest, examples: values };
  if (values) return { ...rest, ...known(values.map(String)) };
  if (schema.items?.type === 'number')
    return { ...schema, type: ['string', 'array', 'null'], items: orNull(schema.items) };
  return orNull(schema.items ? { ...schema, items: orNull(schema.items) } : schema);
}

const orNull = (schema: JsonSchema): JsonSchema =>
  schema.type === undefined ? schema : { ...schema, type: [...new Set([...[schema.type].flat(), 'null'])] };

/** A reference takes no words beside it in draft-07: it is wrapped. */
function said(schema: JsonSchema, owner: string, member: string): JsonSchema {
  const words = wordsFor(owner, member);
  const details: JsonSchema = typeof words === 'string' ? { description: words } : (words ?? {});
  // Values that we name are named once.
  const { allOf, ...bare } = schema;
  if (details.enum && allOf) return { ...bare, ...details };
  if (!schema.$ref || Object.keys(details).length === 0) return { ...schema, ...details };
  return details.$ref || details.type ? details : { ...details, allOf: [schema, ...(details.allOf ?? [])] };
}

/** What we say of a member: of this type, else of all types. */
export const wordsFor = (owner: string, member: string): string | JsonSchema | undefined =>
  WORDS[owner]?.[member] ?? WORDS['*']?.[member];

/** Every member of every published type. */
export const publishedMembers = (): readonly (readonly [type: string, member: string])[] =>
  Object.entries(types).flatMap(([type, schema]) =>
    membersIn(schema).map((member) => [type, member] as const),
  );

const membersIn = (schema: JsonSchema): readonly string[] => [
  ...Object.keys(schema.properties ?? {}),
  ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap(membersIn),
];
