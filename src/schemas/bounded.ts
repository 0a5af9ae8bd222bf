import * as l10n from '@vscode/l10n';
import { childOfPlain, isRecord } from './plain-value.ts';
import type { JsonSchema } from './json-schema.ts';

/** Parts of a schema that are all held against the same value. */
const SAME_VALUE = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'propertyNames',
  'dependencies',
  'dependentSchemas',
];
/** Parts that are held against what the value holds. */
const WITHIN = [
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'additionalItems',
  'prefixItems',
  'contains',
  'unevaluatedProperties',
  'unevaluatedItems',
];

/** With less in them, these would refuse more. */
export const LESS_IS_MORE: ReadonlySet<string> = new Set(['not', 'if', 'oneOf']);

/** So many parts may be held against one value. */
const FOR_ONE_VALUE = 200;
/** So many parts may there be at all, those that are referred to counted each time. */
const ALTOGETHER = 20_000;
const DEEPEST = 100;
/** Values of an `enum` that count as one part. */
const VALUES = 50;

export const TOO_COMPLEX = l10n.t(
  'The schema is too complex to be checked here: the server checks it when this is saved.',
);
const ITSELF = l10n.t(
  'It refers to itself, which is not followed here: the server checks it when this is saved.',
);

interface Weight {
  /** Parts that are held against one value. */
  readonly here: number;
  /** Parts altogether. */
  readonly all: number;
  /** Parts within parts. */
  readonly levels: number;
}

/**
 * A server's schema as far as any validator is soon done with it: references may lead to references, each to several, so
 * that a short schema has more parts than anybody can count; and they may lead back to where they are.
 * @param schema a copy of the server's, in which references that lead back are replaced
 */
export function bounded(schema: JsonSchema): JsonSchema {
  const weights = new Map<unknown, Weight | 'being weighed'>();

  const weigh = (part: unknown, mayLose: boolean): Weight => {
    if (!isRecord(part)) return { here: 1, all: 1, levels: 1 };
    const known = weights.get(part);
    if (known === 'being weighed') return { here: Infinity, all: Infinity, levels: Infinity };
    if (known) return known;
    weights.set(part, 'being weighed');
    let here = 1 + (Array.isArray(part.enum) ? part.enum.length / VALUES : 0);
    let all = here;
    let levels = 1;
    const add = (weight: Weight, isHere: boolean) => {
      if (isHere) here += weight.here;
      all += weight.all;
      levels = Math.max(levels, 1 + weight.levels);
    };
    if (typeof part.$ref === 'string') {
      const target = targetOf(schema, part.$ref);
      if (weights.get(target) === 'being weighed') {
        if (!mayLose) here = all = Infinity;
        delete part.$ref;
        part.description = ITSELF;
      } else add(weigh(target, mayLose), true);
    }
    for (const name of [...SAME_VALUE, ...WITHIN]) {
      for (const child of schemasIn(name, part[name])) {
        add(weigh(child, mayLose && !LESS_IS_MORE.has(name)), SAME_VALUE.includes(name));
      }
    }
    const weight = { here, all, levels };
    weights.set(part, weight);
    return weight;
  };

  const { all, levels } = weigh(schema, true);
  const isHeavy = (one: Weight | 'being weighed') => one === 'being weighed' || one.here > FOR_ONE_VALUE;
  return all <= ALTOGETHER && levels <= DEEPEST && ![...weights.values()].some(isHeavy)
    ? schema
    : { properties: { traits: { type: 'object', description: TOO_COMPLEX } } };
}

/** Keywords whose value is no schema, but holds some by name. */
const BY_NAME = new Set(['properties', 'patternProperties', 'dependencies', 'dependentSchemas']);

function schemasIn(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (!isRecord(value)) return [];
  return BY_NAME.has(name) ? Object.values(value) : [value];
}

/** What a reference within a schema leads to. */
function targetOf(schema: unknown, reference: string): unknown {
  let at = schema;
  for (const segment of decoded(reference.slice(1)).split('/').slice(1)) {
    at = childOfPlain(at, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return at;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
