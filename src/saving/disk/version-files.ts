import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VersionFile } from './limits.ts';

/**
 * Versions on disk, each in a file that is never changed once it is there, so that windows which write at the same time
 * don't meet. Only the person whose editor this is can read them.
 */
export class VersionFiles {
  constructor(private readonly root: string) {}

  path = ({ folder, name }: Pick<VersionFile, 'folder' | 'name'>): string => join(this.root, folder, name);

  /** Writes a file as a whole or not at all. */
  async write(folder: string, at: number, text: string): Promise<VersionFile> {
    await mkdir(join(this.root, folder), { recursive: true, mode: 0o700 });
    const name = `${String(at).padStart(15, '0')}-${randomBytes(4).toString('hex')}.json`;
    const unfinished = this.path({ folder, name: `${name}.part` });
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(text);
      } finally {
        await file.close();
      }
      await rename(unfinished, this.path({ folder, name }));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { folder, name, at, bytes: Buffer.byteLength(text) };
  }

  /** The files of a resource, or of all; none where nothing was ever kept. */
  async list(folder?: string): Promise<VersionFile[]> {
    const folders = folder === undefined ? await namesIn(this.root) : [folder];
    const files: VersionFile[] = [];
    for (const each of folders) {
      for (const name of await namesIn(join(this.root, each))) {
        const at = Number(/^(\d{15})-[0-9a-f]{8}\.json$/.exec(name)?.[1] ?? NaN);
        const found = await stat(this.path({ folder: each, name })).catch(() => undefined);
        if (found && !Number.isNaN(at)) files.push({ folder: each, name, at, bytes: found.size });
        // What a window left unfinished, when it was closed while it wrote.
        else if (found && Date.now() - found.mtimeMs > UNFINISHED_MS)
          await this.remove({ folder: each, name });
      }
    }
    return files;
  }

  /** Another window may have removed it already. */
  async remove(file: Pick<VersionFile, 'folder' | 'name'>): Promise<void> {
    await rm(this.path(file), { force: true });
    await rmdir(join(this.root, file.folder)).catch(() => undefined);
  }
}

const UNFINISHED_MS = 3600 * 1000;

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
