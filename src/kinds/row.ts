import * as l10n from '@vscode/l10n';
import { asText } from '../ory/as-text.ts';
import type { KindId } from './kinds-of-documents.ts';
import type { Below } from './listing.ts';
import type { Part } from './part.ts';
import type { RowWord } from './row-word.ts';
import type { StateWord } from './state-word.ts';

/** One line of a tooltip: what it is, and its value as plain text. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** How one resource looks in a list, made of the answer that listed it and nothing else. */
export interface Row {
  readonly id: string;
  /** What a person recognises. */
  readonly label: string;
  /** What it is called where the label says something else. */
  readonly name?: string;
  /** What one looks for next. */
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Shown fainter, because it is not in use. */
  readonly dimmed: boolean;
  /** Id of a theme colour for the icon. */
  readonly iconColor?: string;
  /** What its state allows. */
  readonly state?: readonly StateWord[];
  /** Everything else; made when it is hovered. */
  facts(): readonly Fact[];
  /** Words that menus look for, beside those that the kind itself gives. */
  readonly context?: readonly RowWord[];
  /** What it stands for where that has no document of its own. */
  readonly part?: Part;
  /** What "Copy ID" copies, where that is not the id. */
  readonly copied?: string;
  /** The resource whose document a click opens, where it is not its own; undefined in a resource's row: a click only expands it. */
  readonly opens?: { readonly kind: KindId; readonly id: string; readonly title: string } | 'nothing';
  /** What is known of it beside the row, for commands. */
  readonly item?: unknown;
  /** What stands below it, beside the lists of kinds that are part of it. */
  below?(): readonly Below[];
  /** The rows of the one list below it stand there directly. */
  readonly isDirect?: boolean;
}

/** "3 days ago (2026-11-20 14:03:11Z)" for a timestamp of the API; the text itself where it is none. */
export function whenFact(timestamp: unknown, now: Date = new Date()): string {
  if (typeof timestamp !== 'string') return asText(timestamp);
  const at = new Date(timestamp);
  if (timestamp === '' || Number.isNaN(at.getTime())) return timestamp;
  return `${ago(at, now)} (${at
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z')})`;
}

const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "3 days ago", "in 2 hours", "just now". */
export function ago(at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000;
  const found = units.find(([, length]) => Math.abs(seconds) >= length);
  if (!found) return l10n.t('just now');
  const count = Math.floor(Math.abs(seconds) / found[1]);
  const words = `${count} ${found[0]}${count === 1 ? '' : 's'}`;
  return seconds > 0 ? `${words} ago` : `in ${words}`;
}

/** "30 days", "90 minutes", "45 s": exact, in the largest unit that needs no fraction; a month has no exact length. */
export function lengthOf(seconds: number): string {
  const found = units.find(
    ([name, length]) => name !== 'month' && seconds >= length && seconds % length === 0,
  );
  if (!found) return `${seconds} s`;
  const count = seconds / found[1];
  return `${count} ${found[0]}${count === 1 ? '' : 's'}`;
}

/** The texts of a list that a server may have left out. */
export const wordsIn = (list: readonly unknown[] | null | undefined): string =>
  (list ?? []).map(asText).join(', ');

/** Facts without those that have no value. A value is whatever a server sent. */
export const facts = (...all: readonly (readonly [string, unknown])[]): Fact[] =>
  all.flatMap(([name, value]) => (value ? [{ name, value: asText(value) }] : []));
