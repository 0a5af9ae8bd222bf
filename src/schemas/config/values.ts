import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { duration } from '../words/parts.ts';
import type { Member } from './table.ts';

/**
 * A value that something else fills in before a server reads the file (`${VAR}`, `$(VAR)`, `$VAR`, `{{ .Values.x }}`,
 * `<% x %>`), that is encrypted in the file (`ENC[…]`), or that is masked.
 */
const PLACEHOLDER = '\\$[{(A-Za-z_]|\\{\\{|<%|^ENC\\[|^•+$';

const FORMATS: Readonly<Record<string, { pattern: string; errorMessage: string }>> = {
  size: { pattern: '^[0-9]+(B|KB|MB|GB|TB|PB|EB)', errorMessage: l10n.t('Enter a size such as 128MB.') },
  uri: {
    pattern: '^[A-Za-z][A-Za-z0-9+.-]*:',
    errorMessage: l10n.t('Enter an absolute URL, such as https://… or file://….'),
  },
  http: { pattern: '^https?://', errorMessage: l10n.t('Enter a URL that begins with https:// or http://.') },
  smtp: { pattern: '^smtps?://', errorMessage: l10n.t('Enter a URL that begins with smtp:// or smtps://.') },
  source: {
    pattern: '^(https?|file|base64)://',
    errorMessage: l10n.t('Enter a URL that begins with file://, https://, http:// or base64://.'),
  },
};

const WANTED: Readonly<Record<string, string>> = {
  boolean: l10n.t('Enter true or false.'),
  integer: l10n.t('Enter a whole number.'),
  number: l10n.t('Enter a number.'),
  string: l10n.t('Enter a text.'),
  array: l10n.t('Enter a list.'),
  object: l10n.t('Enter an object.'),
};

/**
 * A placeholder in place of a value. `{{ .Values.x }}` without quotes is an object in YAML, of which editors see no
 * members.
 */
const placeholder: JsonSchema = {
  type: ['string', 'object'],
  pattern: PLACEHOLDER,
  additionalProperties: false,
};

/** The schema of a value by itself: its types and limits, and the placeholders that pass for all of them. */
export function valueSchema(member: Member): JsonSchema {
  const types = typeof member.type === 'string' ? [member.type] : (member.type ?? []);
  const limits = {
    ...(member.min === undefined ? {} : { minimum: member.min }),
    ...(member.max === undefined ? {} : { maximum: member.max }),
    ...(member.minItems === undefined ? {} : { minItems: member.minItems }),
    ...(member.default === undefined ? {} : { default: member.default }),
  };
  const [first = ''] = types;
  if (types.length === 0) return limits;
  const object = types.includes('object');
  const text = types.includes('string');
  // Editors say it of whatever is wrong with a list or an object, unknown members too.
  const said = types.length > 1 || object || first === 'array' ? {} : { errorMessage: WANTED[first] ?? '' };
  return {
    type: [...types, ...(text ? [] : ['string']), ...(object ? [] : ['object'])],
    ...(object ? {} : { additionalProperties: false }),
    ...(text ? {} : { pattern: PLACEHOLDER, patternErrorMessage: WANTED[first] ?? '' }),
    ...said,
    ...(types.length === 1 && text ? ofText(member) : {}),
    ...limits,
  };
}

/** Completion offers what the schema describes, and any other value passes, too. */
export const loosely = ({ description, ...schema }: JsonSchema): JsonSchema => ({
  ...(description === undefined ? {} : { description }),
  anyOf: [schema, {}],
});

/** One of some values, or a placeholder. @param says what each value does */
export function oneOfValues(
  values: readonly (string | number)[],
  says: Readonly<Record<string, string>>,
): JsonSchema {
  // Nothing is a value that completion has no name for.
  const named = values.filter((value) => value !== '');
  return {
    anyOf: [
      { enum: named, enumDescriptions: named.map((value) => says[String(value)] ?? '') },
      ...(named.length < values.length ? [{ type: 'string', maxLength: 0 }] : []),
      placeholder,
    ],
  };
}

function ofText({ format, minLength, maxLength }: Member): JsonSchema {
  if (format === 'duration') {
    const { pattern = '', errorMessage, examples } = duration('');
    return { pattern: `${pattern}|${PLACEHOLDER}`, errorMessage, examples } as JsonSchema;
  }
  const known = format && FORMATS[format];
  if (known) return { ...known, pattern: `${known.pattern}|${PLACEHOLDER}` };
  // A longest length alone is of no help: nobody reaches it by accident.
  if (minLength === undefined || minLength < 2) return {};
  const exactly = minLength === maxLength;
  return {
    pattern: `^[^]{${minLength}${exactly ? '' : ','}}$|${PLACEHOLDER}`,
    errorMessage: l10n.t(
      'A secret here has {0} {1} characters.',
      exactly ? 'exactly' : 'at least',
      minLength,
    ),
  };
}
