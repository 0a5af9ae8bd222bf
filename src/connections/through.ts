import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { OryError } from '../ory/errors.ts';
import type { Connection } from './model.ts';

/**
 * The settings that decide through what a secret goes to its origin, and by what that is recognised. A CA file counts
 * by what it holds: it may lie in a folder that others write to.
 */
export interface Through {
  readonly proxy?: string;
  readonly caFile?: string;
  /** SHA-256 of what the CA file holds. */
  readonly ca?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
}

export type Way = Pick<Connection, 'proxy' | 'caFile' | 'certFile' | 'keyFile'>;

const LONGEST_READ_MS = 5000;
const LARGEST_CA = 16 * 1024 * 1024;

/** A file system that is gone never answers: each file is asked for once at a time. */
const underWay = new Map<string, Promise<string>>();

/**
 * Through what the secrets of a connection go now.
 * @param toProxy the secret is the proxy's own: the proxy is what it is for, and sees no client certificate
 * @throws {OryError} `unreachable`, where the CA file can't be read
 */
export async function throughOf(
  { proxy, caFile, certFile, keyFile }: Way,
  toProxy = false,
): Promise<Through> {
  const trusted = caFile ? { caFile, ca: await fingerprintOf(caFile) } : {};
  if (toProxy) return trusted;
  return {
    ...(proxy ? { proxy } : {}),
    ...trusted,
    ...(certFile ? { certFile } : {}),
    ...(keyFile ? { keyFile } : {}),
  };
}

/** What differs, in words for a sentence; empty where nothing does. @param was unknown of secrets that older versions kept */
export function differences(was: Through | undefined, now: Through): string[] {
  const before = was ?? {};
  return [
    ...(before.proxy === now.proxy ? [] : ['proxy']),
    ...(before.caFile === now.caFile && before.ca === now.ca ? [] : ['CA file']),
    ...(before.certFile === now.certFile && before.keyFile === now.keyFile ? [] : ['client certificate']),
  ];
}

/** Whether two connections are reached in the same way, as far as their settings tell. */
export const sameWay = (a: Way, b: Way): boolean =>
  a.proxy === b.proxy && a.caFile === b.caFile && a.certFile === b.certFile && a.keyFile === b.keyFile;

function fingerprintOf(file: string): Promise<string> {
  const known = underWay.get(file);
  if (known) return known;
  const reading = read(file).finally(() => underWay.delete(file));
  underWay.set(file, reading);
  return Promise.race([reading, tooLate(file)]);
}

async function read(file: string): Promise<string> {
  try {
    const info = await stat(file);
    // A pipe would be waited for.
    if (!info.isFile() || info.size > LARGEST_CA) throw new Error('no certificate file');
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

const tooLate = (file: string): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(unreadable(file, undefined)), LONGEST_READ_MS).unref();
  });

const unreadable = (file: string, cause: unknown): OryError =>
  new OryError('unreachable', `The certificate file ${file} can't be read.`, { cause });
