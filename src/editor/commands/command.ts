import type { Service } from '../../ory/operations/operation.ts';
import type { PartSort } from '../../kinds/lenses/part.ts';
import type { Condition } from './condition.ts';
import type { ViewId, Word } from './words.ts';

/**
 * What comes of a command: nothing but what is shown; a change; that somebody is let in no longer; a loss. Everything
 * but the first needs a connection that is not read-only.
 */
export type Effect = 'read' | 'write' | 'locks out' | 'destroys';

/** Where a command stands in the menus of rows. */
export interface RowPlace {
  /** Missing: any of ours. */
  readonly view?: ViewId | readonly ViewId[];
  /** What the row stands for: one of these. */
  readonly on: Word | readonly Word[];
  /** What else must be true of it. */
  readonly needs?: readonly Word[];
  /** What must not be. */
  readonly lacks?: readonly Word[];
  readonly group: string;
}

/** The buttons and the menu of a view's title. */
export interface TitlePlace {
  readonly view: ViewId;
  readonly group: string;
  readonly when?: Condition;
}

/** The buttons and the menu of an editor's title. */
export interface EditorPlace {
  readonly group: string;
  /** Missing: documents of ours of which is true what the command needs. */
  readonly when?: Condition;
}

export interface LensPlace {
  readonly title: string;
  /** The parts of documents above which it stands. */
  readonly at: PartSort;
  /** What must be true besides what the command needs anywhere. */
  readonly needs?: readonly Word[];
}

export interface KeyPlace {
  readonly key: string;
  readonly mac?: string;
  /** In each of these views, with which it is called; or in one, with nothing. */
  readonly views: readonly ViewId[];
  readonly bare?: true;
}

/** One command, declared once: the manifest, menus, the palette, lenses and what features call are made of it. */
export interface Command {
  readonly title: string;
  /** Name of a codicon. */
  readonly icon?: string;
  readonly effect: Effect;
  /** What its connection must have: all of it. */
  readonly services?: readonly Service[];
  /** The kinds of resource that it acts on, where it acts on the one in front or asks which. */
  readonly on?: readonly Word[];
  /** What must be true of what it acts on. */
  readonly needs?: readonly Word[];
  /** Whether it takes several rows at once. */
  readonly many?: true;
  /** Whether, and when, the palette has it. Missing: where its connection can be worked on. */
  readonly palette?: 'always' | 'never' | Condition;
  readonly rows?: readonly RowPlace[];
  readonly titles?: readonly TitlePlace[];
  readonly editor?: readonly EditorPlace[];
  readonly selection?: EditorPlace;
  readonly lens?: LensPlace;
  readonly keys?: readonly KeyPlace[];
  /** Not for people: no title of it is shown anywhere. */
  readonly internal?: true;
}

export type Commands = Readonly<Record<string, Command>>;
