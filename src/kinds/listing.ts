import type { CallOptions, OryClient } from '../ory/client.ts';
import type { Operation, Service } from '../ory/operations/operation.ts';
import type { PageSource } from '../ory/paging.ts';
import type { KindId } from './kinds-of-documents.ts';
import type { Part } from './part.ts';
import type { Row } from './row.ts';
import type { RowWord } from './row-word.ts';

/** What a list is narrowed to. The server compares; nothing is searched among the loaded rows only. */
export interface ListFilter {
  readonly by: 'identifier' | 'id' | 'name' | 'owner';
  readonly text: string;
}

/** Of what, and which part of it. */
export interface Within {
  /** Id of the resource that the list is a part of; '' where that is the whole connection. */
  readonly of: string;
  /** What people call that. */
  readonly name: string;
  readonly filter?: ListFilter | undefined;
  /** What a list of one's own row was narrowed to, as its `narrowing` offers it. */
  readonly narrowed?: string | undefined;
}

/** How many items a page is to hold, at most as many as the server gives. */
export type SizeOf = (operation: Operation) => number;

/** One way to narrow a list down, offered by its row. */
export interface Narrowing {
  readonly value: string;
  /** "Only active". */
  readonly label: string;
  /** What the row says then: "only active". */
  readonly summary: string;
  /** The kind of which one is chosen; its id stands after the value, and a space. */
  readonly choose?: KindId;
}

/**
 * A list of the API, declared once: what asks for it and the rows that it makes. The Explorer draws it, choosers offer
 * what it holds.
 */
export interface Listing<T = unknown> {
  /** What it stands under: nothing (its rows are the view's own), the top of its view, a connection, or a resource. */
  readonly under: 'view' | 'top' | 'connection' | KindId;
  readonly service: Service;
  /** It shows what a key sees beyond one project: not for connections that are one. */
  readonly isBeyondProjects?: boolean;
  /** Last part of the id of the row that gathers it, unique among those beside it. */
  readonly key: string;
  /** "Trusted issuers". */
  readonly label: string;
  /** "trusted issuers", as it stands in a sentence. */
  readonly plural: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Words that menus look for on the row that gathers it; `writable` comes by itself. */
  readonly context?: readonly RowWord[];
  /** What the row that gathers it stands for, for menus. */
  part?(within: Within): Part;
  /** What stands there when there is nothing. */
  empty(within: Within, note: string | undefined): string;
  /** Begins the list anew; nothing is asked before the first `next`. */
  open(client: OryClient, within: Within, size: SizeOf): PageSource<T>;
  /** Reads one item alone, for a row that changed. Missing: the list is loaded anew. */
  one?(client: OryClient, id: string, call?: CallOptions): Promise<T>;
  keyOf(item: T): string;
  /** @param all what is loaded beside it */
  row(item: T, within: Within, all?: readonly T[]): Row;
  /** What the row says of what is loaded; undefined for the count. */
  summary?(items: readonly T[], more: boolean): string;
  /** It is loaded with the row that it stands under, so that its own row can say what it holds. */
  readonly isEager?: boolean;
  /** How the row that a list stands directly below looks, after what was found. */
  looks?(
    note: string | undefined,
    within: Within,
  ): { readonly description: string; readonly dimmed: boolean } | undefined;
  /** An item that stays in the list when it was removed, as the server keeps it. */
  afterRemoval?(item: T): T;
  readonly narrowing?: readonly Narrowing[];
  /** What the server finds for a text, where it can search. */
  search?(client: OryClient, text: string, within: Within, call: CallOptions): Promise<readonly T[]>;
  /** What one types to find one: "E-mail, user name, phone or id". */
  readonly searchHint?: string;
  /** Whether an item can be chosen for what commands do. Missing: all can. */
  canBeChosen?(item: T): boolean;
  /** What tells an item from others of its name, where a chooser is to say something else than its row. */
  about?(item: T): string;
  /** Names that are known without a request: the server can't list. Others are remembered as people name them. */
  readonly known?: readonly string[];
}

/** A list whose items have a type, as one of those that all are held in. */
export const listing = <T>(declared: Listing<T>): Listing => declared;

/** What stands below a row. */
export type Below =
  /** A list under a row of its own, or directly where the row above says so. */
  | { readonly list: Listing; readonly of: string }
  /** Rows that are known already, under a row of their own. */
  | { readonly group: Group }
  /** One resource. */
  | { readonly resource: KindId; readonly row: Row };

/** Rows that are known already, gathered under one. */
export interface Group {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly summary: string;
  readonly rows: readonly Row[];
}
