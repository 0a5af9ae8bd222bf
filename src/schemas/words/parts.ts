import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';

/** A Go duration, such as `1h30m`; nothing and a mask pass. */
const DURATION = '^([+-]?(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+|[+-]?0|•+|)$';

/** A length of time as Ory's servers read it. */
export const duration = (description: string, ...examples: readonly string[]): JsonSchema => ({
  description,
  pattern: DURATION,
  errorMessage: l10n.t('A length of time is written like 1h30m: numbers with the units h, m, s or ms.'),
  examples: examples.length > 0 ? examples : ['15m', '1h', '24h', '720h'],
});

/** A time of the API: RFC 3339, UTC. */
export const time = (description: string): JsonSchema => ({ description, format: 'date-time' });

/** A list of lines of text. */
export const texts = (description: string, examples: readonly string[] = []): JsonSchema => ({
  type: 'array',
  description,
  items: { type: 'string', ...(examples.length > 0 ? { examples } : {}) },
});

/** Values that there are today: others are marked, and a server may take them all the same. */
export function known(values: readonly string[] | Readonly<Record<string, string>>): JsonSchema {
  const names = Array.isArray(values) ? (values as readonly string[]) : Object.keys(values);
  return {
    allOf: [
      {
        advice: true,
        ...(Array.isArray(values) ? {} : { enumDescriptions: Object.values(values) }),
        enum: [...names, null],
        errorMessage: l10n.t(
          'Not one of the known values: {0}. The server may accept it.',
          names.filter(Boolean).join(', '),
        ),
      },
    ],
  };
}

/** One of some values, each with what it does: servers refuse others. */
export function oneOf(values: Readonly<Record<string, string>>): JsonSchema {
  return { enum: Object.keys(values), enumDescriptions: Object.values(values) };
}

/** The same where nothing, an empty text and null stand for what the server does by itself. */
export function oneOfOrNone(values: Readonly<Record<string, string>>): JsonSchema {
  return {
    enum: [...Object.keys(values), '', null],
    enumDescriptions: [
      ...Object.values(values),
      l10n.t('As if it were left out.'),
      l10n.t('As if it were left out.'),
    ],
  };
}

/** Of any type; another than this one is marked, because only servers that don't know the member take it. */
export const anyBut = (type: string, errorMessage: string, more: JsonSchema = {}): JsonSchema => ({
  type: ['string', 'number', 'boolean', 'object', 'array', 'null'],
  allOf: [{ advice: true, type: [type, 'null'], errorMessage, ...more }],
});
