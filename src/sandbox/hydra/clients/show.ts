import { omit } from '../objects.ts';
import { FIELDS, type FieldKind } from './fields.ts';
import type { ClientData } from './model.ts';

/** What a field shows that was never set, once the client has been stored. */
const ZERO: Readonly<Record<FieldKind, unknown>> = {
  text: '',
  list: [],
  flag: false,
  'optional-flag': null,
  number: 0,
  json: {},
  keys: {},
  time: '',
  duration: null,
};

/** A client as GET and lists show it: lists that were never set are empty. */
export function showStored(client: ClientData): Record<string, unknown> {
  return show(client, ZERO);
}

/** A client as the answers to POST and PUT echo it: lists that were not sent are null. */
export function showEcho(client: ClientData): Record<string, unknown> {
  return show(client, { ...ZERO, list: null });
}

/** A client as its own program sees it: metadata is for administrators. */
export function showToItself(client: ClientData): Record<string, unknown> {
  return omit(showStored(client), 'metadata');
}

function show(client: ClientData, zero: Readonly<Record<FieldKind, unknown>>): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = { ...client };
  return Object.fromEntries(
    FIELDS.flatMap(({ name, kind, omitEmpty }) => {
      const value = values[name];
      const shown = value === null && kind === 'json' ? null : (value ?? zero[kind]);
      return omitEmpty && isEmpty(value) ? [] : [[name, shown]];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}
