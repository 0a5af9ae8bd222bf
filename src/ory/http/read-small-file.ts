import * as l10n from '@vscode/l10n';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes of the largest file that a setting may name, such as a bundle of certificates. */
const LARGEST = 4 * 1024 * 1024;

/** Why a file can't be used, in words that follow its name. */
export class FileFault extends Error {}

/** Files that are being read: one whose disk does not answer keeps a thread of Node's busy, and no second one. */
const reading = new Map<string, Promise<string>>();

/**
 * The text of a file that a setting names. What is no file, such as a pipe, is not waited for; a disk that does not
 * answer is waited for until the signal fires.
 * @throws {FileFault} where it is no regular file, is too large or is not read in time
 * @throws Node's error where it can't be opened
 */
export async function readSmallFile(path: string, signal: AbortSignal): Promise<string> {
  let read = reading.get(path);
  if (!read) {
    read = readNow(path).finally(() => reading.delete(path));
    reading.set(path, read);
  }
  return until(signal, read);
}

async function readNow(path: string): Promise<string> {
  // A pipe that nobody writes to would be waited for on opening; on Windows there is no such flag.
  const flags = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0);
  const file = await open(path, flags);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new FileFault(l10n.t('is no file'));
    if (stats.size > LARGEST)
      throw new FileFault(l10n.t('has {0} bytes, {1} at most are read', stats.size, LARGEST));
    const { bytesRead, buffer } = await file.read(Buffer.alloc(LARGEST + 1), 0, LARGEST + 1, 0);
    if (bytesRead > LARGEST) throw new FileFault(l10n.t('has more than {0} bytes', LARGEST));
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function until(signal: AbortSignal, read: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new FileFault(l10n.t('is not read in time: does its disk answer?')));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    void read.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
