import * as vscode from 'vscode';
import type { Redactor } from '../ory/secrets/redactor.ts';
import type { Stretch } from '../saving/forms/form.ts';

/** Who marks something in a document; each takes away and replaces its own alone. */
export type MarkSource = 'refusal' | 'warnings' | 'kept' | 'secrets' | 'schema';

/** What the server said of a place stands there alone: the schema says the same of it in other words. */
const OF_SERVER: readonly MarkSource[] = ['refusal', 'warnings', 'kept'];

/** The one owner of marks in documents. */
export class Marks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('ory');
  private readonly byUri = new Map<string, Map<MarkSource, readonly vscode.Diagnostic[]>>();

  /** Replaces what a source marks in a document; nothing takes its marks away. */
  set(uri: vscode.Uri, source: MarkSource, marks: readonly vscode.Diagnostic[] = []): void {
    const key = uri.toString();
    const sources = this.byUri.get(key) ?? new Map<MarkSource, readonly vscode.Diagnostic[]>();
    if (marks.length === 0 && !sources.delete(source)) return;
    if (marks.length > 0) sources.set(source, marks);
    if (sources.size > 0) this.byUri.set(key, sources);
    else this.byUri.delete(key);
    this.collection.set(uri, shown(sources));
  }

  /** What a source marks in a document. */
  of(uri: vscode.Uri, source: MarkSource): readonly vscode.Diagnostic[] {
    return this.byUri.get(uri.toString())?.get(source) ?? [];
  }

  dispose(): void {
    this.collection.dispose();
  }
}

/** What is said of a place of a text. */
export interface Said {
  readonly message: string;
  readonly stretch: Stretch;
}

/** @param text the one that the stretches are of @param code by which quick fixes know their marks */
export function marksIn(
  text: string,
  said: readonly Said[],
  redactor: Redactor,
  severity = vscode.DiagnosticSeverity.Warning,
  code?: string,
): readonly vscode.Diagnostic[] {
  if (said.length === 0) return [];
  const rangeOf = rangesIn(text);
  return said.map(({ message, stretch }) => {
    const mark = new vscode.Diagnostic(rangeOf(stretch), redactor.text(message), severity);
    mark.source = 'Ory';
    if (code) mark.code = code;
    return mark;
  });
}

/** Finds ranges in a text, whose lines are counted once for all. */
export function rangesIn(text: string): (stretch: Stretch) => vscode.Range {
  const lines = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  return ({ offset, length }) =>
    new vscode.Range(positionAt(lines, offset), positionAt(lines, offset + length));
}

function positionAt(lines: readonly number[], offset: number): vscode.Position {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return new vscode.Position(low, offset - (lines[low] ?? 0));
}

function shown(sources: ReadonlyMap<MarkSource, readonly vscode.Diagnostic[]>): vscode.Diagnostic[] {
  const startOf = ({ range: { start } }: vscode.Diagnostic) => `${start.line}:${start.character}`;
  const told = new Set(OF_SERVER.flatMap((source) => sources.get(source) ?? []).map(startOf));
  return [...sources].flatMap(([source, marks]) =>
    source === 'schema' ? marks.filter((mark) => !told.has(startOf(mark))) : marks,
  );
}
