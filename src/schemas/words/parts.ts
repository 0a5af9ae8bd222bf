import type { JsonSchema } from '../json-schema.ts';

/** A Go duration, such as `1h30m`; nothing and a mask pass. */
const DURATION = '^([+-]?(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+|[+-]?0|•+|)$';

/** A length of time as Ory's servers read it. */
export const duration = (description: string, ...examples: readonly string[]): JsonSchema => ({
  description,
  pattern: DURATION,
  errorMessage: 'A length of time is written like 1h30m: numbers with the units h, m, s or ms.',
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

/** Values that there are today, each with what it does: others are marked, but a newer server may take them. */
export const known = (values: Readonly<Record<string, string>>): JsonSchema => ({
  allOf: [{ advice: true, ...oneOf(values) }],
});

/** One of some values, each with what it does: servers refuse others. */
export function oneOf(values: Readonly<Record<string, string>>): JsonSchema {
  return { enum: Object.keys(values), enumDescriptions: Object.values(values) };
}
