import { printJson } from '../../../../src/ory/json/tree.ts';
import { pointersOf, type SavedBy } from './editor.ts';
import type { Round } from './round.ts';
import { type Exchange, type Parts, partsOf } from './wire.ts';

/** What came of a round: what is wrong with it, and what nobody could see. */
export interface Verdict {
  readonly wrong: readonly string[];
  /** Writes that fell between another's last read and its write, on the same part. */
  readonly unseen: number;
  readonly writes: number;
  readonly reported: number;
}

/** Judges a round by what went over the wire, without a line of the code that saves. */
export function judgeRound({ log, editors }: Round, final: Parts): Verdict {
  const wrong: string[] = [];
  let unseen = 0;
  const saves = editors.flatMap((editor) => editor.saves);
  for (const save of saves) unseen += judgeSave(save, log, wrong);
  for (const [part, value] of Object.entries(final)) judgePart(part, value, log, wrong);
  return {
    wrong,
    unseen,
    writes: log.filter(({ is }) => is === 'write').length,
    reported: editors.reduce((sum, { reported }) => sum + reported, 0),
  };
}

/** @returns how many writes of others it could not see */
function judgeSave(save: SavedBy, log: readonly Exchange[], wrong: string[]): number {
  const own = log.slice(save.from, save.to);
  const at = own.findIndex(({ actor, is }) => actor === save.editor && is === 'write');
  if (at < 0) return 0;
  const write = own[at]!;
  const readAt = own.slice(0, at).findLastIndex(({ actor, is }) => actor === save.editor && is === 'read');
  const fresh = own[readAt]?.parts;
  if (!fresh) {
    wrong.push(`${save.editor} wrote without reading just before`);
    return 0;
  }
  const between = own.slice(readAt + 1, at).filter(({ is }) => is === 'write');
  const after = own.slice(at + 1).filter(({ is, actor }) => is === 'write' && actor !== save.editor);
  const told = pointersOf(save.saved.kept.adjusted);
  let unseen = 0;
  for (const { part, value, added, rest } of write.writes) {
    // A PUT has to name the rest as well: what another wrote there in between goes unseen.
    if (rest) {
      unseen += between.filter(({ writes }) =>
        writes.some((other) => other.part === part && !other.rest),
      ).length;
      continue;
    }
    if (!(part in save.wanted)) wrong.push(`${save.editor} wrote ${part}, which it had not changed`);
    if (added) continue;
    const decided = save.overwrote && save.reported[part] === fresh[part];
    if (fresh[part] !== save.base[part] && fresh[part] !== value && !decided) {
      wrong.push(`${save.editor} wrote over ${part}, which it had seen change, without a report`);
    }
    unseen += between.filter(({ writes }) => writes.some((other) => other.part === part)).length;
    const overtaken = after.some(({ writes }) =>
      writes.some((other) => other.part === part && other.value !== value),
    );
    if (overtaken && !told.some((place) => part.startsWith(place))) {
      wrong.push(`${save.editor} was not told that the server keeps another ${part}`);
    }
  }
  return unseen;
}

/** What the server has in the end is what was written last, and everything that was added since. */
function judgePart(part: string, value: string, log: readonly Exchange[], wrong: string[]): void {
  const writes = log.flatMap((exchange) =>
    exchange.writes.filter((write) => write.part === part).map((write) => ({ ...write, exchange })),
  );
  const whole = writes.findLastIndex(({ added }) => !added);
  const last = writes[whole];
  if (last && writes.slice(whole + 1).length === 0 && last.value !== value) {
    wrong.push(`${part} is ${value}, where ${last.value} was written last`);
  }
  for (const { value: element, exchange } of writes.slice(whole + 1)) {
    if (!value.includes(element)) wrong.push(`${exchange.actor} added ${element} to ${part}, and it is gone`);
  }
}

/** Whether a version of an editor's history holds what the editor saved. */
export const holds = (document: Parameters<typeof printJson>[0], wanted: Parts): boolean => {
  const parts = partsOf(printJson(document), Object.keys(wanted));
  return Object.entries(wanted).every(([part, value]) => parts[part] === value);
};
