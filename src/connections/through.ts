import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { OryError } from '../ory/errors.ts';
import { CertificateFileError, readCertificateFile } from '../ory/http/certificate-file.ts';
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
    ...(before.caFile === now.caFile && before.ca === now.ca ? [] : [l10n.t('CA file')]),
    ...(before.certFile === now.certFile && before.keyFile === now.keyFile
      ? []
      : [l10n.t('client certificate')]),
  ];
}

/** Whether two connections are reached in the same way, as far as their settings tell. */
export const sameWay = (a: Way, b: Way): boolean =>
  a.proxy === b.proxy && a.caFile === b.caFile && a.certFile === b.certFile && a.keyFile === b.keyFile;

async function fingerprintOf(file: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readCertificateFile(file))
      .digest('hex');
  } catch (cause) {
    if (!(cause instanceof CertificateFileError)) throw cause;
    throw new OryError('unreachable', cause.message, { cause });
  }
}
