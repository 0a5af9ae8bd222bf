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

/** A place in the traits that carries the keyword; `*` stands for every element of a list. */
interface Marked {
  readonly steps: readonly string[];
  readonly keyword: JsonObject;
}

/** The marked places of one identity schema, in the schema's order: found once, used for every identity. */
export type Extension = readonly Marked[];

interface Found {
  readonly keyword: JsonObject;
  readonly value: string;
}

/** Finds the places of a schema that carry the keyword `ory.sh/kratos`. */
export function compileExtension(schema: JsonObject): Extension {
  const marked: Marked[] = [];
  walk(schema, at(schema, 'properties', 'traits'), [], marked, 0);
  return marked;
}

/** Collects identifiers and addresses from traits. */
export function derive(extension: Extension, traits: unknown): Derived {
  const found: Found[] = [];
  for (const { steps, keyword } of extension) collect(traits, steps, 0, keyword, found);
  const names = (type: string) =>
    found.filter((one) => at(one.keyword, 'credentials', type, 'identifier') === true);
  const channels = (name: string) =>
    unique(
      found.flatMap(({ keyword, value }) => {
        const via = at(keyword, name, 'via');
        return typeof via === 'string' ? [{ via, value: normalise(value, via) }] : [];
      }),
    );
  return {
    password: texts(names('password')),
    webauthn: texts(names('webauthn')),
    code: unique(
      names('code').map(({ keyword, value }) => {
        const via = at(keyword, 'credentials', 'code', 'via');
        return { via: typeof via === 'string' ? via : 'email', value: normalise(value, 'email') };
      }),
    ),
    verification: channels('verification'),
    recovery: channels('recovery'),
  };
}

/** The trait that an authenticator app shows as the name of the account, undefined when the schema marks none. */
export function totpAccount(extension: Extension, traits: unknown): string | undefined {
  const found: Found[] = [];
  for (const { steps, keyword } of extension) collect(traits, steps, 0, keyword, found);
  return found.findLast(({ keyword }) => at(keyword, 'credentials', 'totp', 'account_name') === true)?.value;
}

const MAX_DEPTH = 12;

function walk(
  root: JsonObject,
  schema: unknown,
  steps: readonly string[],
  marked: Marked[],
  depth: number,
): void {
  // A schema may refer to itself.
  if (!isObject(schema) || depth > MAX_DEPTH) return;
  const reference = schema.$ref;
  if (typeof reference === 'string' && reference.startsWith('#/')) {
    const target = at(root, ...reference.slice(2).split('/'));
    if (target !== schema) walk(root, target, steps, marked, depth + 1);
  }
  const keyword = schema['ory.sh/kratos'];
  if (isObject(keyword)) marked.push({ steps, keyword });
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[name];
    if (Array.isArray(parts)) parts.forEach((part: unknown) => walk(root, part, steps, marked, depth + 1));
  }
  for (const [name, inner] of Object.entries(objectAt(schema, 'properties'))) {
    walk(root, inner, [...steps, name], marked, depth + 1);
  }
  if (schema.items !== undefined) walk(root, schema.items, [...steps, '*'], marked, depth + 1);
}

function collect(
  value: unknown,
  steps: readonly string[],
  from: number,
  keyword: JsonObject,
  found: Found[],
): void {
  const step = steps[from];
  if (step === undefined) {
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      found.push({ keyword, value: String(value) });
    }
  } else if (Array.isArray(value)) {
    if (step === '*') for (const item of value) collect(item, steps, from + 1, keyword, found);
  } else if (isObject(value)) {
    collect(value[step], steps, from + 1, keyword, found);
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
  if (channels.length < 2) return channels;
  return [...new Map(channels.map((channel) => [`${channel.via}\n${channel.value}`, channel])).values()];
}
