import { at, isObject, type JsonObject } from '../../json/values.ts';

/** A place in the documents that a schema describes, by its dotted name (`traits.name.first`). */
export interface SchemaPath {
  readonly name: string;
  readonly type: string;
  /** Of a list: the type of its members. */
  readonly itemType: string;
  /** An object, or a list of something that a form cannot show. */
  readonly isJson: boolean;
  readonly title: string;
  readonly format: string;
  readonly pattern: string;
  readonly choices: readonly unknown[];
  readonly required: boolean;
  readonly disabled: boolean;
  /** The keyword `ory.sh/kratos` makes it a login name. */
  readonly isIdentifier: boolean;
}

const MAX_DEPTH = 12;
const ELSEWHERE = ['not', 'if', 'then', 'else'];
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf'];

/** All places, by name; a place that several parts of the schema describe is taken as the first describes it. */
export function schemaPaths(schema: JsonObject): readonly SchemaPath[] {
  const found: SchemaPath[] = [];
  walk(schema, schema, undefined, [], 0, found);
  const unique = new Map<string, SchemaPath>();
  for (const path of found) if (!unique.has(path.name)) unique.set(path.name, path);
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names of the leaves in the order of the schema: the order in which a form shows them. */
export function keysInOrder(schema: unknown, path: readonly string[] = []): readonly string[] {
  if (at(schema, 'type') !== 'object') return [path.join('.')];
  const properties = at(schema, 'properties');
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, inner]) => keysInOrder(inner, [...path, name]));
}

function walk(
  root: JsonObject,
  schema: unknown,
  parent: JsonObject | undefined,
  steps: readonly string[],
  depth: number,
  found: SchemaPath[],
): void {
  // A schema may refer to itself.
  if (!isObject(schema) || depth > MAX_DEPTH) return;
  const path = describe(schema, parent, steps);
  if (path) found.push(path);
  const down = (inner: unknown, more: readonly string[] = []) =>
    walk(root, inner, schema, [...steps, ...more], depth + 1, found);
  const reference = schema.$ref;
  if (typeof reference === 'string' && reference.startsWith('#/'))
    down(at(root, ...reference.slice(2).split('/')));
  for (const name of ELSEWHERE) down(schema[name]);
  for (const name of ALTERNATIVES) {
    const parts = schema[name];
    if (Array.isArray(parts)) parts.forEach((part: unknown) => down(part));
  }
  if (isObject(schema.properties)) {
    for (const [name, inner] of Object.entries(schema.properties)) down(inner, [name]);
  }
}

function describe(
  schema: JsonObject,
  parent: JsonObject | undefined,
  steps: readonly string[],
): SchemaPath | undefined {
  const own = steps.at(-1);
  const types = [schema.type].flat().filter((type): type is string => typeof type === 'string');
  const [type = ''] = types;
  if (own === undefined || types.length !== 1 || type === 'null') return undefined;
  const itemType = text(at(schema.items, 'type'));
  const required = Array.isArray(parent?.required) && parent.required.includes(own);
  const keyword = schema['ory.sh/kratos'];
  const marks = (credential: string, mark: string) => at(keyword, 'credentials', credential, mark) === true;
  return {
    name: steps.join('.'),
    type,
    itemType,
    isJson: type === 'object' || (type === 'array' && ['object', 'array'].includes(itemType)),
    title: text(schema.title),
    format: text(schema.format),
    pattern: text(schema.pattern),
    choices: Array.isArray(schema.enum) ? (schema.enum as unknown[]) : [],
    required,
    disabled: schema.disableFormField === true,
    isIdentifier:
      ['password', 'webauthn', 'code'].some((credential) => marks(credential, 'identifier')) ||
      marks('passkey', 'display_name') ||
      marks('totp', 'account_name'),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
