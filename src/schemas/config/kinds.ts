import * as l10n from '@vscode/l10n';
import { type JsonSchema, refused } from '../json-schema.ts';
import type { KindsWords } from '../words/config/kinds.ts';
import { has, hasValue, needing } from './conditions.ts';
import type { Kind, Member } from './table.ts';
import { oneOfValues, valueSchema } from './values.ts';

/**
 * An object whose member `by` decides what else it takes, such as a hook.
 * @param refTo the address of the schema of a part
 * @param strict whether kinds and members that no version takes are marked
 */
export function kindsSchema(
  { by = '', kinds = {} }: Member,
  words: KindsWords,
  refTo: (part: string) => string,
  strict: boolean,
): JsonSchema {
  const names = Object.keys(kinds);
  const open = names.filter((name) => kinds[name]?.open);
  const withConfig = Object.values(kinds).some(({ config }) => config !== undefined);
  // `true` lets a member stand and keeps completion from offering it: what it holds depends on the kind.
  const known = { [by]: true, ...(withConfig ? { config: true } : {}) };
  const only: JsonSchema = { properties: known, additionalProperties: false };
  const closed: JsonSchema = open.length > 0 ? { if: hasValue({ [by]: open }), else: only } : only;
  const snippets = names.map((name) => ({
    label: name,
    description: words.says[name] ?? '',
    body: { [by]: name, ...words.snippets[name] },
  }));
  return {
    ...valueSchema({ type: 'object' }),
    properties: {
      ...known,
      [by]: {
        description: words.description,
        ...(strict ? oneOfValues(names, words.says) : { type: 'string', examples: names }),
      },
    },
    allOf: [
      ...needing([by]),
      ...Object.entries(kinds).flatMap(([name, kind]) =>
        ofKind(by, name, kind, withConfig, words.config, refTo),
      ),
      ...(strict ? [closed] : []),
      // Once the kind is named, what a snippet adds may be that of another kind.
      { if: has(by), else: { defaultSnippets: snippets } },
    ],
  };
}

function ofKind(
  by: string,
  name: string,
  kind: Kind,
  withConfig: boolean,
  description: string,
  refTo: (part: string) => string,
): JsonSchema[] {
  if (!withConfig || kind.open) return [];
  const config: JsonSchema = kind.config
    ? { description, $ref: refTo(kind.config) }
    : { description, ...refused(l10n.t('{0} has no settings.', name)), doNotSuggest: true };
  const condition = hasValue({ [by]: [name] });
  return [
    { if: condition, then: { properties: { config } } },
    ...(kind.needsConfig ? [{ if: condition, then: { required: ['config'] } }] : []),
  ];
}
