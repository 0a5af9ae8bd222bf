import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { JsonSyntaxError, printJson } from '../../ory/json/tree.ts';
import { MaskError } from '../../ory/secrets/unmask.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { Base } from '../base.ts';
import { beyond, type Limits } from '../disk/limits.ts';
import { VersionFiles } from '../disk/version-files.ts';
import type { Version } from '../version.ts';
import { hidden, type Hiding } from '../work/hidden.ts';
import { here } from '../work/work.ts';

/** A text with changes. */
export interface UnsavedText {
  readonly uri: string;
  /** Base URL of the server that it derives from. */
  readonly place: string | undefined;
  readonly kind: Kind;
}

/** What no window came back for is dropped in the end. */
const LIMITS: Limits = { days: 60, versions: 10, bytes: 32 * 1024 * 1024 };

/**
 * What texts with changes derive from, on disk for as long as they have them: hot exit brings such texts back, and a
 * merge needs this. Secrets are masked. They are filled in again from the server's copy, and a keyed digest of the whole
 * tells whether that made it what it was: else somebody changed a secret meanwhile, and nobody but a person can decide.
 */
export class UnsavedBases {
  private readonly files: VersionFiles;

  /**
   * @param root the folder that holds them; nothing else may
   * @param hiding what no file may hold
   * @param key of the digests; it is kept where secrets are
   */
  constructor(
    root: string,
    private readonly hiding: Hiding,
    private readonly key: () => Promise<string>,
    private readonly now: () => number = Date.now,
  ) {
    this.files = new VersionFiles(root);
  }

  /** @returns the name to read it by; undefined where it can't be kept @throws where the disk refuses */
  async keep(text: UnsavedText, base: Base): Promise<string | undefined> {
    const trees = [base.server.masked, ...(base.shown === base.server.masked ? [] : [base.shown])];
    const kept = await Promise.all(trees.map((tree) => hidden(tree, this.hiding)));
    if (!kept.every((tree) => tree !== undefined)) return undefined;
    const proof = proofOf(await this.key(), text, base);
    const lines = [proof, ...kept.map((tree) => printJson(tree))].join('\n');
    if (Buffer.byteLength(lines) > LIMITS.bytes / 2) return undefined;
    const { folder, name } = await this.files.write(folderOf(text), this.now(), lines);
    for (const file of beyond(await this.files.list(), LIMITS, this.now())) await this.files.remove(file);
    return `${folder}/${name}`;
  }

  /**
   * @param fresh the server's copy now
   * @returns undefined where it is gone or damaged, or can't be made what it was
   */
  async read(name: string, text: UnsavedText, fresh: Version): Promise<Base | undefined> {
    const kept = await readFile(this.files.path(fileOf(name)), 'utf8').catch(() => '');
    const [proof = '', server, shown] = kept.split('\n');
    if (server === undefined) return undefined;
    try {
      const { work = here } = this.hiding;
      const base = await work.run('filled', { kind: text.kind, server, shown, fresh });
      return same(proof, proofOf(await this.key(), text, base)) ? base : undefined;
    } catch (error) {
      if (error instanceof MaskError || error instanceof JsonSyntaxError) return undefined;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await this.files.remove(fileOf(name));
  }
}

function proofOf(key: string, { uri, place }: UnsavedText, { server, shown }: Base): string {
  const whole = [uri, place ?? '', printJson(server.raw), printJson(shown)].join('\n');
  return createHmac('sha256', key).update(whole).digest('base64');
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A URI names the resource: it says nothing to others who look at the disk. */
const folderOf = ({ uri }: UnsavedText): string =>
  createHash('sha256').update(uri).digest('hex').slice(0, 32);

const fileOf = (name: string) => ({ folder: dirname(name), name: basename(name) });
