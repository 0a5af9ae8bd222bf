/**
 * Paths as they stand on the wire, read as Go's `net/url` reads them: percent escapes stay until a path is cut into its
 * segments, so that `%2F` is part of a name and no separator. Decoded paths are strings of bytes here.
 */
import { posix } from 'node:path';
import type { SandboxAnswer } from './service.ts';

/** False for a path with an escape that is none: such a request never reaches a server's routes. */
export const isReadablePath = (raw: string): boolean => !/%(?![0-9a-f]{2})/i.test(raw);

/** What Go's HTTP server says itself of such a request. */
export const UNREADABLE: SandboxAnswer = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8', connection: 'close' },
  body: '400 Bad Request',
};

/** The bytes of a path, one a character. */
export const unescapePath = (raw: string): string =>
  raw.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** A decoded segment as text. */
export const textOfBytes = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** The path of a decoded one on the wire: everything is escaped that need not stand there as it is. */
export const escapePath = (bytes: string): string =>
  bytes.replace(
    /[^\w.~$&+,/:;=@-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** Without doubled slashes and dots; a slash at the end stays. */
export function cleanPath(path: string): string {
  return posix.normalize(path.startsWith('/') ? path : `/${path}`);
}

/** As Go's `path.Join` puts a prefix before a path: cleaned, and without a slash at the end. */
export const joinPath = (prefix: string, path: string): string =>
  cleanPath(`${prefix}/${path}`).replace(/(?<=.)\/$/, '');

/**
 * A path that a server changes before it looks for the route. It changes the decoded path, and sometimes the raw one
 * beside it; where the two then differ, the decoded one counts.
 */
export const spell = (bytes: string, raw: string): string =>
  unescapePath(raw) === bytes ? raw : escapePath(bytes);

const ADMIN = '/admin';

/** The path as an administrators' port looks for it: with the prefix, which may be left out. */
export function withAdminPrefix(raw: string): string {
  const bytes = unescapePath(raw);
  return bytes.startsWith(ADMIN) ? raw : spell(joinPath(ADMIN, bytes), joinPath(ADMIN, raw));
}
