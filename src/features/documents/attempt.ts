import type { JsonNode } from '../../ory/json/tree.ts';
import type { Entry } from './entries.ts';
import type { Base } from './plan.ts';
import type { Version } from './version.ts';

/** One save, from the editor's announcement on. */
export interface Attempt {
  readonly manual: boolean;
  /** What the editor held when it asked, and is about to write; undefined where that is not known. */
  readonly text: string | undefined;
  /** Set where somebody writes past the editor: what such a text derives from is what was read last. */
  readonly past?: { readonly base: Base | undefined };
  /** The server's version that this save was compared with. */
  fresh?: Version;
  /** Why the server could not be read; told when the editor writes, because it takes a failing `stat` for "new file". */
  failure?: unknown;
  conflict: boolean;
  /** The other version, masked, that the person knows of, from a conflict that was reported before: the only one to overwrite. */
  readonly known: JsonNode | undefined;
  /** What the editor's comparison showed of the server's copy since this reported a conflict. */
  compared?: JsonNode;
  outcome: 'open' | 'refused' | 'failed' | 'saved';
  /** When the server was read. */
  readAt: number;
}

/** Begins a save; the version that a reported conflict named stays known until it was overwritten or moved on. */
export function begin(entry: Entry, manual: boolean, text: string | undefined): Attempt {
  const last = entry.attempt;
  const known = entry.reported ?? (last?.outcome === 'failed' ? last.known : undefined);
  return (entry.attempt = { manual, text, conflict: false, known, outcome: 'open', readAt: 0 });
}

/** The save that the editor asked about before, if this is the text of which it asked. */
export function asked({ attempt }: Entry, text: string): Attempt | undefined {
  if (attempt?.outcome !== 'open') return undefined;
  return attempt.text === undefined || sameLines(attempt.text, text) ? attempt : undefined;
}

/** A write by somebody else than the editor: nothing of it touches what is known of the editor's own saves. */
export function past({ handed }: Entry): Attempt {
  const base = handed && { server: handed, shown: handed.masked };
  return {
    manual: false,
    text: undefined,
    past: { base },
    conflict: false,
    known: undefined,
    outcome: 'open',
    readAt: 0,
  };
}

/** What the text of a save derives from. */
export const baseOf = (entry: Entry, { past: other }: Attempt): Base | undefined =>
  other ? other.base : entry.base;

const sameLines = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
