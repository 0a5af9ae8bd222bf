import type { Attempt } from './attempt.ts';
import type { Entry } from './entries.ts';
import type { Base } from '../../saving/plan.ts';

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
