import { schemaPaths, type SchemaPath } from '../schemas/paths.ts';
import type { JsonObject } from '../../json/values.ts';
import { say, type UiMessage } from './messages.ts';
import { input, type Group, type UiNode } from './node.ts';

const FORMATS: Readonly<Record<string, { readonly type: string; readonly autocomplete?: string }>> = {
  'date-time': { type: 'datetime-local' },
  email: { type: 'email', autocomplete: 'email' },
  tel: { type: 'tel', autocomplete: 'tel' },
  date: { type: 'date' },
  uri: { type: 'url', autocomplete: 'url' },
};
const TYPES: Readonly<Record<string, string>> = { number: 'number', integer: 'number', boolean: 'checkbox' };
const MOST_CHOICES = 500;

/** The input fields for the traits of an identity schema. */
export function traitFields(schema: JsonObject, group: Group): readonly UiNode[] {
  return schemaPaths(schema)
    .filter(({ isJson }) => !isJson)
    .map((path) => traitField(path, group));
}

/** How the login form calls the login name: by the title of the only trait that is one, else `ID`. */
export function identifierLabel(schema: JsonObject): UiMessage {
  const [only, ...others] = schemaPaths(schema).filter(({ isIdentifier }) => isIdentifier);
  if (!only || others.length > 0 || only.title === '') return say('identifier');
  return say('trait', { title: only.title, name: only.name });
}

function traitField(path: SchemaPath, group: Group): UiNode {
  const { type = TYPES[path.type] ?? 'text', autocomplete } = FORMATS[path.format] ?? {};
  return input(group, path.name, path.name === 'password' ? 'password' : type, {
    required: path.required,
    disabled: path.disabled,
    ...(autocomplete === undefined ? {} : { autocomplete }),
    ...(path.pattern === '' ? {} : { pattern: path.pattern }),
    ...(path.choices.length === 0
      ? {}
      : { options: path.choices.slice(0, MOST_CHOICES).map((value) => ({ value })) }),
    label: path.title === '' ? undefined : say('trait', { title: path.title, name: path.name }),
  });
}
