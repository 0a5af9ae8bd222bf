import { readFileSync } from 'node:fs';
import { type ConfigTable, type Member, type Place, placesOf } from '../../../src/schemas/config/table.ts';

export type Server = 'kratos' | 'hydra' | 'keto';
export const SERVERS: readonly Server[] = ['kratos', 'hydra', 'keto'];

/** The table of what versions of a server take, as it is committed. */
export const tableOf = (server: Server): ConfigTable =>
  JSON.parse(readFileSync(`src/schemas/config/tables/${server}.json`, 'utf8')) as ConfigTable;

/** A place of a configuration in full, parts put in, with a configuration that reaches it. */
export interface Reached {
  readonly path: string;
  readonly member: Member;
  /** Names of the members below it that the table has. */
  readonly below: readonly string[];
  /** A configuration in which the place holds the value, and what has to stand beside it. */
  readonly holding: (value: unknown) => unknown;
  /** What has to stand beside members of this object. */
  readonly beside: Readonly<Record<string, unknown>>;
}

type Wrap = (value: unknown) => unknown;

/** Every place of a server's configuration; what is within a part, where the part stands first. */
export function everyPlace(server: Server): Reached[] {
  const table = tableOf(server);
  const parts = Object.fromEntries(Object.entries(table.parts).map(([name, part]) => [name, placesOf(part)]));
  const found: Reached[] = [];
  const entered = new Set<string>();

  function visit(at: Place, path: string, wrap: Wrap): void {
    const { part, ...own } = at.member;
    const place = part ? parts[part] : at;
    if (!place) throw new Error(`${path} is a ${part ?? ''}, which the table has not.`);
    const member = part ? { ...place.member, ...own } : place.member;
    if (member.by) {
      visitKinds(member, path, wrap);
      return;
    }
    const names = Object.keys(place.members);
    const beside = needed(place, parts);
    found.push({ path, member, below: names, holding: wrap, beside });
    if (part && entered.has(part)) return;
    if (part) entered.add(part);
    for (const [name, one] of Object.entries(place.members)) {
      const others = Object.fromEntries(Object.entries(beside).filter(([other]) => other !== name));
      const when = Object.entries(one.member.when ?? {}).map(([other, [value]]) => [other, value]);
      visit(one, path ? `${path}.${name}` : name, (value) =>
        wrap({ ...others, ...Object.fromEntries(when), [name]: value }),
      );
    }
    if (place.items) visit(place.items, `${path}[]`, (value) => wrap([value]));
    if (place.others) visit(place.others, `${path}.*`, (value) => wrap({ any: value }));
  }

  function visitKinds({ by = '', kinds = {} }: Member, path: string, wrap: Wrap): void {
    for (const [kind, { open, config, needsConfig }] of Object.entries(kinds)) {
      const part = config === undefined ? undefined : parts[config];
      const settings = needsConfig && part ? { config: needed(part, parts) } : {};
      found.push({
        path: `${path}(${kind})`,
        member: { type: 'object', ...(open ? {} : { closed: true }) },
        below: [by, ...(part ? ['config'] : [])],
        holding: wrap,
        beside: { [by]: kind, ...settings },
      });
      if (!part || !config || entered.has(config)) continue;
      entered.add(config);
      visit(part, `${path}(${kind}).config`, (value) => wrap({ [by]: kind, config: value }));
    }
  }

  visit(placesOf(table.members), '', (value) => value);
  return found;
}

/** Members that an object must have, with values that are taken. */
function needed(place: Place, parts: Readonly<Record<string, Place>>): Record<string, unknown> {
  return Object.fromEntries(
    (place.member.needs ?? []).flatMap((name): [string, unknown][] => {
      const one = place.members[name];
      return one ? [[name, valueFor(one, parts)]] : [];
    }),
  );
}

/** A value that a place takes. */
export function valueFor(place: Place, parts: Readonly<Record<string, Place>> = {}): unknown {
  const { member } = place;
  const whole = member.part ? parts[member.part] : place;
  if (whole && whole !== place) return valueFor(whole, parts);
  if (member.by) return { [member.by]: Object.keys(member.kinds ?? {})[0] };
  const type = typeof member.type === 'string' ? member.type : member.type?.[0];
  if (type === 'object') return needed(place, parts);
  if (place.items && member.minItems) return [valueFor(place.items, parts)];
  return scalarFor(member);
}

const TEXTS: Readonly<Record<string, string>> = {
  duration: '1h30m',
  size: '64MB',
  uri: 'file://./a',
  http: 'https://a.example.com',
  smtp: 'smtps://user:password@mail:465/?skip_ssl_verify=true',
  source: 'base64://e30=',
};

/** A value of the type that a member has, an empty one for lists and objects. */
export function scalarFor(member: Member): unknown {
  if (member.values) return member.values[0];
  const type = typeof member.type === 'string' ? member.type : (member.type?.[0] ?? 'string');
  switch (type) {
    case 'string':
      return TEXTS[member.format ?? ''] ?? 'a'.repeat(Math.max(1, member.minLength ?? 1));
    case 'integer':
      return member.min ?? 0;
    case 'number':
      return 0.5;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'null':
      return null;
    default:
      return {};
  }
}
