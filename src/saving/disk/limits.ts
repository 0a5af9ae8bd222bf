/** How much of the past is kept. */
export interface Limits {
  /** Versions are dropped when they are older; 0 keeps none. */
  readonly days: number;
  /** Versions of one resource. */
  readonly versions: number;
  /** Bytes in all. A version that would need more than half of them is not kept. */
  readonly bytes: number;
}

/** A version's file, as the disk tells of it. */
export interface VersionFile {
  readonly folder: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
}

const DAY = 24 * 3600 * 1000;

/** The files that go beyond the limits: the oldest first, and of each resource those beyond its share. */
export function beyond(files: readonly VersionFile[], limits: Limits, now: number): VersionFile[] {
  const newestFirst = [...files].sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const kept = new Map<string, number>();
  let bytes = 0;
  return newestFirst.filter((file) => {
    const count = (kept.get(file.folder) ?? 0) + 1;
    if (count > limits.versions || now - file.at >= limits.days * DAY) return true;
    kept.set(file.folder, count);
    // Where it is full, everything older goes, so that what is left has no gaps.
    bytes += file.bytes;
    return bytes > limits.bytes;
  });
}
