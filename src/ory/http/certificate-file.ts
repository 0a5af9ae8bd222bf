import * as l10n from '@vscode/l10n';
import { FileFault, readSmallFile } from './read-small-file.ts';

/** Milliseconds that reading a certificate may take. */
const TIMEOUT_MS = 5_000;

/** A file that a setting names for TLS and that can't be used; its message says which and why. */
export class CertificateFileError extends Error {}

/**
 * A CA, client certificate or key that a setting names.
 * @throws {CertificateFileError} where it can't be read: it is missing, no regular file, too large, or its disk is gone
 */
export async function readCertificateFile(file: string): Promise<string> {
  try {
    return await readSmallFile(file, AbortSignal.timeout(TIMEOUT_MS));
  } catch (error) {
    const why = error instanceof FileFault ? error.message : l10n.t("can't be read");
    throw new CertificateFileError(l10n.t('The certificate file {0} {1}.', file, why), { cause: error });
  }
}
