import { randomUUID } from 'node:crypto';
import { undecodable } from './errors.ts';

const PLAIN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

export const newId = (): string => randomUUID();

/** The UUID in lower case, or undefined when the text is none. */
export function asUuid(text: string): string | undefined {
  if (/^[0-9a-f]{32}$/i.test(text)) {
    const hex = text.toLowerCase();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
  return PLAIN.test(text) ? text.toLowerCase() : undefined;
}

/** What the servers say of a text that is no UUID. */
export const uuidComplaint = (text: string): string =>
  [32, 36].includes(text.length)
    ? `uuid: incorrect UUID format in string ${JSON.stringify(text)}`
    : `uuid: incorrect UUID length ${text.length} in string ${JSON.stringify(text)}`;

/** The UUID of a path parameter; throws a 400 when it is none. */
export function requireUuid(text: string): string {
  const id = asUuid(text);
  if (id === undefined) throw undecodable(uuidComplaint(text));
  return id;
}
