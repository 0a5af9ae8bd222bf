import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { type DocumentRef, nameOfUri, parseDocumentUri } from '../document-uri.ts';
import type { KindId } from '../../resources/kind.ts';
import { KINDS } from '../../resources/kinds.ts';
import type { DeedHost } from './deed-host.ts';
import { usable } from './usable.ts';

/** Whoever runs commands has what deeds need. */
export interface Hosted {
  readonly container: DeedHost;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Resources of one connection that a command is meant for. */
export interface Chosen {
  readonly connection: Connection;
  /** Never empty. */
  readonly all: readonly Named[];
}

export interface Choice {
  readonly kind: KindId;
  readonly writes: boolean;
  /** Asks which, when the command was called for nothing. */
  readonly ask: (connection: Connection) => Promise<readonly Named[]>;
}

/**
 * What a command was called for: `(ref, name)`, rows of a view, a document, or the document in front; else it asks.
 * @returns undefined where nothing was chosen or nothing can be done, which was told then
 */
export async function choose(
  hosted: Hosted,
  args: readonly unknown[],
  { kind, writes, ask }: Choice,
): Promise<Chosen | undefined> {
  const given = givenOf(args).filter(({ ref }) => ref.kind === kind);
  const [first] = given;
  const need = { service: KINDS[kind].service, writes };
  const connection = await usable(hosted.container, need, first?.ref.connection);
  if (!connection) return undefined;
  const all = first
    ? given
        // One question names one connection.
        .filter(({ ref }) => ref.connection === connection.id)
        .map(({ ref, name }) => ({ id: ref.id, name }))
    : await ask(connection);
  return all.length > 0 ? { connection, all } : undefined;
}

/** The same for commands that are about one resource. */
export async function chooseOne(
  hosted: Hosted,
  args: readonly unknown[],
  choice: Choice,
): Promise<{ readonly connection: Connection; readonly one: Named } | undefined> {
  const chosen = await choose(hosted, args.slice(0, 1).concat(namesOf(args)), choice);
  const one = chosen?.all[0];
  return chosen && one ? { connection: chosen.connection, one } : undefined;
}

const namesOf = ([, second]: readonly unknown[]): unknown[] => (typeof second === 'string' ? [second] : []);

interface Given {
  readonly ref: DocumentRef;
  readonly name: string;
}

function givenOf([first, second]: readonly unknown[]): readonly Given[] {
  const rows = Array.isArray(second) ? second.flatMap(oneOf) : [];
  if (rows.length > 0) return rows;
  if (isRef(first)) return [{ ref: first, name: typeof second === 'string' ? second : first.id }];
  return oneOf(first ?? vscode.window.activeTextEditor?.document.uri);
}

function oneOf(value: unknown): Given[] {
  if (value instanceof vscode.Uri) {
    const ref = parseDocumentUri(value);
    return ref ? [{ ref, name: nameOfUri(value) }] : [];
  }
  if (typeof value !== 'object' || value === null || !('ref' in value) || !isRef(value.ref)) return [];
  const { ref } = value;
  return [{ ref, name: 'name' in value && typeof value.name === 'string' ? value.name : ref.id }];
}

function isRef(value: unknown): value is DocumentRef {
  if (typeof value !== 'object' || value === null) return false;
  const { connection, kind, id } = value as Partial<Record<keyof DocumentRef, unknown>>;
  return typeof connection === 'string' && typeof id === 'string' && typeof kind === 'string';
}
