import { type Attempt, type Known, knownOf } from './attempt.ts';
import type { Base } from './base.ts';
import type { Version } from './version.ts';

/** What is known of one open document between its saves. */
export class EditState {
  /** What the editor's text derives from; set once the editor was seen to show it. */
  base: Base | undefined;
  attempt: Attempt | undefined;

  /** A conflict that stands: the version that the person was told of, or has compared with since. */
  get reported(): Known | undefined {
    const { attempt } = this;
    return attempt?.outcome === 'open' ? knownOf(attempt) : undefined;
  }

  /** Begins a save; the version that a reported conflict named stays known until it was overwritten or moved on. */
  begin(manual: boolean, text: string | undefined): Attempt {
    const last = this.attempt;
    const known = this.reported ?? (last?.outcome === 'failed' ? last.known : undefined);
    return (this.attempt = { manual, text, known, outcome: 'open' });
  }

  /** The save that the editor asked about before, if this is the text of which it asked. */
  asked(text: string): Attempt | undefined {
    const { attempt } = this;
    if (attempt?.outcome !== 'open') return undefined;
    return attempt.text === undefined || sameLines(attempt.text, text) ? attempt : undefined;
  }

  /** What the text of a save derives from. */
  baseOf({ past }: Attempt): Base | undefined {
    return past ? past.base : this.base;
  }
}

/**
 * A write by somebody else than the editor: nothing of it touches what is known of the editor's own saves.
 * @param handed what was read last, by anybody
 */
export function writtenPast(handed: Version | undefined): Attempt {
  const base = handed && { server: handed, shown: handed.masked };
  return { manual: false, text: undefined, past: { base }, known: undefined, outcome: 'open' };
}

const sameLines = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
