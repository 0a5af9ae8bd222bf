import * as l10n from '@vscode/l10n';
import { readFile } from 'node:fs/promises';
import type { JsonNode } from '../../ory/json/tree.ts';
import { VersionFiles } from '../disk/version-files.ts';
import { beyond, type VersionFile, type Limits } from '../disk/limits.ts';
import { folderOf, type ResourceKey } from './resource-key.ts';
import { hidden, type Hiding } from '../work/hidden.ts';
import { decodeVersion, encodeVersion, type VersionFacts } from './stored.ts';

/** A version that is kept; its document is read again where it is needed. */
export interface KeptVersion extends VersionFacts {
  readonly file: VersionFile;
}

export interface Listing {
  /** The newest first. */
  readonly versions: readonly KeptVersion[];
  /** How many files are damaged. */
  readonly damaged: number;
}

/** What the history holds. */
export interface Extent {
  readonly resources: number;
  readonly versions: number;
  readonly bytes: number;
}

/** The versions of resources before and after saves, kept on this machine with their secrets masked. */
export class History {
  private readonly files: VersionFiles;
  private kept = 0;

  /**
   * @param root the folder that holds it; nothing else may
   * @param hiding what no file may hold
   * @param limits asked each time, because settings change
   */
  constructor(
    root: string,
    private readonly hiding: Hiding,
    private readonly limits: () => Limits,
    private readonly now: () => number = Date.now,
  ) {
    this.files = new VersionFiles(root);
  }

  /**
   * Keeps a version, unless it is the newest one already, then drops what goes beyond the limits.
   * @param document masked
   * @returns why it can't be kept, where it can't
   * @throws where the disk refuses
   */
  async keep(
    key: ResourceKey,
    facts: Omit<VersionFacts, 'at'>,
    document: JsonNode,
  ): Promise<string | undefined> {
    if (this.limits().days === 0) return undefined;
    const kept = await hidden(document, this.hiding);
    if (!kept) return l10n.t('the name of a member is a secret');
    const folder = folderOf(key);
    const own = newestFirst(await this.files.list(folder));
    const at = Math.max(this.now(), (own[0]?.at ?? 0) + 1);
    const text = encodeVersion(key, { ...facts, at }, kept);
    if (Buffer.byteLength(text) > this.limits().bytes / 2)
      return l10n.t('it is larger than half of the history may be');
    if (facts.moment === 'before' && (await this.isNewest(own, text))) return undefined;
    await this.files.write(folder, at, text);
    // Looking through everything at each save would take longer than the save.
    await this.tidy(this.kept++ % TIDY_EACH === 0 ? undefined : folder);
    return undefined;
  }

  /** The versions of a resource. */
  async list(key: ResourceKey): Promise<Listing> {
    await this.tidy();
    const read = await Promise.all(
      newestFirst(await this.files.list(folderOf(key))).map(async (file) => {
        const facts = (await this.decode(file, key))?.facts;
        return facts && { ...facts, file };
      }),
    );
    const versions = read.filter((version) => version !== undefined);
    return { versions, damaged: read.length - versions.length };
  }

  /** The document of a version; undefined where it is gone or damaged by now. */
  async read(key: ResourceKey, { file }: KeptVersion): Promise<JsonNode | undefined> {
    return (await this.decode(file, key))?.document();
  }

  /** What there is, of one resource or in all. */
  async extent(key?: ResourceKey): Promise<Extent> {
    await this.tidy();
    const files = await this.files.list(key && folderOf(key));
    return {
      resources: new Set(files.map(({ folder }) => folder)).size,
      versions: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** Removes the versions of one resource, or all. */
  async clear(key?: ResourceKey): Promise<void> {
    for (const file of await this.files.list(key && folderOf(key))) await this.files.remove(file);
  }

  /** Drops what is too old or too much, in one folder or in all. */
  private async tidy(folder?: string): Promise<void> {
    for (const file of beyond(await this.files.list(folder), this.limits(), this.now())) {
      await this.files.remove(file);
    }
  }

  private async decode(file: VersionFile, key: ResourceKey) {
    const text = await readFile(this.files.path(file), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : decodeVersion(text, key);
  }

  /** Whether the newest file holds the same document. */
  private async isNewest([newest]: readonly VersionFile[], text: string): Promise<boolean> {
    if (!newest) return false;
    const there = await readFile(this.files.path(newest), 'utf8').catch(() => '');
    return bodyOf(there) === bodyOf(text);
  }
}

/** After so many versions everything is looked through. */
const TIDY_EACH = 20;

const newestFirst = (files: readonly VersionFile[]): VersionFile[] =>
  [...files].sort((a, b) => (a.name < b.name ? 1 : -1));

const bodyOf = (text: string): string => text.slice(text.indexOf('\n') + 1);
