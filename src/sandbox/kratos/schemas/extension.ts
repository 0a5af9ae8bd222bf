import { at, isObject, type JsonObject } from '../../json/values.ts';

/** What the keyword `ory.sh/kratos` says about the traits of one identity. Values are normalised. */
export interface Derived {
  readonly password: readonly string[];
  readonly webauthn: readonly string[];
  readonly code: readonly Channel[];
  readonly verification: readonly Channel[];
  readonly recovery: readonly Channel[];
}

export interface Channel {
  readonly via: string;
  readonly value: string;
}

interface Found {
  readonly keyword: JsonObject;
  readonly value: string;
}

/** Walks schema and traits together and collects identifiers and addresses, in the schema's order. */
export function derive(schema: JsonObject, traits: unknown): Derived {
  const found: Found[] = [];
  walk(schema, at(schema, 'properties', 'traits'), traits, found, 0);
  const identifiers = (type: string) =>
    found.filter(({ keyword }) => at(keyword, 'credentials', type, 'identifier') === true);
  const channels = (name: string) =>
    unique(
      found.flatMap(({ keyword, value }) => {
        const via = at(keyword, name, 'via');
        return typeof via === 'string' ? [{ via, value: normalise(value, via) }] : [];
      }),
    );
  return {
    password: texts(identifiers('password')),
    webauthn: texts(identifiers('webauthn')),
    code: unique(
      identifiers('code').map(({ keyword, value }) => {
        const via = at(keyword, 'credentials', 'code', 'via');
        return { via: typeof via === 'string' ? via : 'email', value: normalise(value, 'email') };
      }),
    ),
    verification: channels('verification'),
    recovery: channels('recovery'),
  };
}

/** The first trait that serves as a login name with a password: its path and title, for the login form. */
export function identifierTrait(schema: JsonObject): { path: string; title: string } | undefined {
  const traits = at(schema, 'properties', 'traits', 'properties');
  if (!isObject(traits)) return undefined;
  const names = Object.keys(traits).filter(
    (name) => at(traits[name], 'ory.sh/kratos', 'credentials', 'password', 'identifier') === true,
  );
  const [name] = names;
  const title = name === undefined ? undefined : at(traits[name], 'title');
  return names.length === 1 && typeof title === 'string' ? { path: `traits.${name}`, title } : undefined;
}

const MAX_DEPTH = 32;

function walk(root: JsonObject, schema: unknown, value: unknown, found: Found[], depth: number): void {
  if (!isObject(schema) || value === undefined || depth > MAX_DEPTH) return;
  const reference = schema.$ref;
  if (typeof reference === 'string' && reference.startsWith('#/')) {
    walk(root, at(root, ...reference.slice(2).split('/')), value, found, depth + 1);
  }
  const keyword = schema['ory.sh/kratos'];
  if (isObject(keyword) && (typeof value === 'string' || typeof value === 'number') && value !== '') {
    found.push({ keyword, value: String(value) });
  }
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[name];
    if (Array.isArray(parts)) parts.forEach((part: unknown) => walk(root, part, value, found, depth + 1));
  }
  if (Array.isArray(value)) {
    for (const item of value) walk(root, schema.items, item, found, depth + 1);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(objectAt(schema, 'properties'))) {
      walk(root, inner, value[name], found, depth + 1);
    }
  }
}

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function normalise(value: string, via: string): string {
  return via === 'sms' ? value.replace(/[^+\d]/g, '') : value.trim().toLowerCase();
}

function texts(found: readonly Found[]): readonly string[] {
  return [...new Set(found.map(({ value }) => normalise(value, 'email')))];
}

function unique(channels: readonly Channel[]): readonly Channel[] {
  return [...new Map(channels.map((channel) => [`${channel.via}\n${channel.value}`, channel])).values()];
}
