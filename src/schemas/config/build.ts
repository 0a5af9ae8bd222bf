import type { JsonSchema } from '../json-schema.ts';
import { type ConfigWords, lookUp } from '../words/config/config-words.ts';
import { KINDS_WORDS, type KindsWords } from '../words/config/kinds.ts';
import { conditionOf, needing, offeredIf } from './conditions.ts';
import { kindsSchema } from './kinds.ts';
import { networkWords } from '../words/config/network.ts';
import { onNetwork } from './network.ts';
import { type ConfigTable, type Member, type Place, placesOf, rangeOf } from './table.ts';
import { loosely, oneOfValues, valueSchema } from './values.ts';

/** Items of lists are written in one place: elsewhere the environment or a second file can add what a server requires. */
const FROM_ENVIRONMENT = new Set(['client_id', 'client_secret']);

/**
 * Where a configuration stands: in a file of a server, where what no version takes is marked, or in a project of Ory
 * Network, which takes more than servers.
 */
export type ConfigPlace = 'server' | 'network';

/**
 * The schema of a server's configuration: what versions take is from the table, what it means from the words.
 * @param name of the server; definitions of parts are named after it
 */
export function configSchema(
  servers: ConfigTable,
  said: ConfigWords,
  name: 'Kratos' | 'Hydra' | 'Keto',
): (on?: ConfigPlace) => JsonSchema {
  const made: Partial<Record<ConfigPlace, JsonSchema>> = {};
  return (on = 'server') => (made[on] ??= build(servers, said, name, on));
}

function build(servers: ConfigTable, said: ConfigWords, name: string, on: ConfigPlace): JsonSchema {
  const strict = on === 'server';
  const table = strict ? servers : onNetwork(servers, name);
  const wordOf = lookUp(strict ? said : { ...networkWords, ...said });
  const refTo = (part: string): string => `#/definitions/${name}${capital(part)}`;

  function schemaOf(place: Place, scope: string, listed: boolean): JsonSchema {
    const schema = described(place, scope, listed);
    return place.member.loose ? loosely(schema) : schema;
  }

  function described(place: Place, scope: string, listed: boolean): JsonSchema {
    const { member, path } = place;
    const key = `${scope}${path}`;
    const word = wordOf(key);
    const text = {
      ...(word.description === undefined
        ? {}
        : { description: word.description + rangeOf(member, table.versions) }),
    };
    if (member.part) return { ...text, $ref: refTo(member.part), ...word.more };
    if (member.by) {
      const kinds = kindsSchema(member, kindsWords(member, table.versions), refTo, strict);
      return { ...text, ...kinds, ...word.more };
    }
    const { members, items, others } = place;
    const below = Object.entries(members).map(([one, place]) => ({
      one,
      schema: schemaOf(place, scope, listed),
      condition: conditionOf(place.member),
    }));
    const needs = listed ? (member.needs ?? []).filter((one) => !FROM_ENVIRONMENT.has(one)) : [];
    const rules = [
      ...below.flatMap(({ one, schema, condition }) =>
        condition ? [offeredIf(condition, one, schema)] : [],
      ),
      ...needing(needs),
    ];
    return {
      ...text,
      ...(member.values ? oneOfValues(member.values, word.values ?? {}) : valueSchema(member)),
      ...(member.values && member.default !== undefined ? { default: member.default } : {}),
      ...(below.length > 0
        ? {
            properties: Object.fromEntries(
              below.map(({ one, schema, condition }) => [one, condition ? true : schema]),
            ),
          }
        : {}),
      ...(rules.length > 0 ? { allOf: rules } : {}),
      ...(others ? { additionalProperties: schemaOf(others, scope, listed) } : {}),
      ...(member.closed && strict ? { additionalProperties: false } : {}),
      ...(items ? { items: schemaOf(items, scope, true) } : {}),
      ...(word.examples ? { examples: word.examples } : {}),
      ...word.more,
    };
  }

  const parts = Object.entries(table.parts).map(([part, members]) => [
    `${name}${capital(part)}`,
    schemaOf(placesOf(members), `${part}:`, LISTED.has(part)),
  ]);
  return {
    ...schemaOf(placesOf(table.members), '', false),
    definitions: Object.fromEntries(parts) as Record<string, JsonSchema>,
  };
}

/** Parts that stand in lists only. */
const LISTED = new Set(['webHook', 'notifyHook']);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function kindsWords({ by = '', kinds = {} }: Member, versions: readonly string[]): KindsWords {
  const words = KINDS_WORDS[by];
  if (!words) throw new Error(`There are no words for kinds of ${by}.`);
  const says = Object.entries(kinds).map(([name, kind]) => [
    name,
    `${words.says[name] ?? ''}${rangeOf(kind, versions)}`,
  ]);
  return { ...words, says: Object.fromEntries(says) as Record<string, string> };
}
