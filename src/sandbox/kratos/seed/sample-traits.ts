import { at, isObject, type JsonObject } from '../../json/values.ts';
import { asciiWord, COMPANIES, MAIL_DOMAINS } from '../../seed/names.ts';
import type { Random } from '../../seed/random.ts';

/** Whom the traits are for. Whatever must be unique carries the number. */
export interface Sample {
  readonly first: string;
  readonly last: string;
  readonly number: number;
  readonly random: Random;
}

/** Believable traits for any schema: the names of properties say what they hold, their types what they may be. */
export function sampleTraits(schema: unknown, sample: Sample): JsonObject {
  const properties = at(schema, 'properties');
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const value = sampleValue(name, property, sample);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function sampleValue(name: string, property: unknown, sample: Sample): unknown {
  const { random } = sample;
  const choices = at(property, 'enum');
  if (Array.isArray(choices) && choices.length > 0) return random.pick(choices as unknown[]);
  switch ([at(property, 'type')].flat()[0]) {
    case 'object':
      return sampleTraits(property, sample);
    case 'array': {
      const item = sampleValue(name, at(property, 'items'), sample);
      return item === undefined ? [] : [item];
    }
    case 'boolean':
      return random.chance(0.7);
    case 'integer':
    case 'number':
      return (
        Number(at(property, 'minimum') ?? 0) + (/age/i.test(name) ? 18 + random.int(60) : random.int(100))
      );
    case 'string':
      return sampleText(name, at(property, 'format'), sample);
    default:
      return undefined;
  }
}

function sampleText(
  name: string,
  format: unknown,
  { first, last, number, random }: Sample,
): string | undefined {
  const slug = `${asciiWord(first)}.${asciiWord(last)}${number}`;
  if (format === 'email' || /e-?mail/i.test(name)) return `${slug}@${random.pick(MAIL_DOMAINS)}`;
  if (format === 'tel' || /phone|mobile/i.test(name)) return `+1555${String(number).padStart(7, '0')}`;
  if (format === 'date' || /birth/i.test(name))
    return `${1950 + random.int(55)}-0${1 + random.int(9)}-1${random.int(10)}`;
  if (format === 'uri' || /website|url|picture/i.test(name)) return `https://${slug}.example.com/`;
  if (format !== undefined) return undefined;
  if (/first|given/i.test(name)) return first;
  if (/last|family|surname/i.test(name)) return last;
  if (/user|login|nick|handle/i.test(name)) return slug.replace('.', '_');
  if (/company|org/i.test(name)) return random.pick(COMPANIES);
  if (/locale|lang/i.test(name)) return random.pick(['en', 'de', 'fr', 'es', 'ja', 'pt']);
  return /name/i.test(name) ? `${first} ${last}` : random.pick(COMPANIES).toLowerCase();
}
