import * as vscode from 'vscode';

/** A scheme that JSON schemas are matched with: letters only, and an authority. */
export const REQUEST_SCHEME = 'oryrequest';

interface RequestFile {
  readonly text: string;
  readonly mtime: number;
}

interface Keeper {
  /** What stands in a file that was open before the window was reloaded; undefined where nobody knows. */
  readonly load: (uri: vscode.Uri) => string | undefined;
  /** A person has saved it, or sent it. */
  readonly saved: (uri: vscode.Uri, text: string) => void;
}

/**
 * The files in which bodies are written: in memory, and clean once they were saved or sent. So the editor asks about what was
 * typed since, and about nothing else.
 */
export class RequestFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, RequestFile>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly keeper: Keeper) {}

  /** Makes a new file. */
  create(uri: vscode.Uri, text: string): void {
    this.files.set(uri.toString(), { text, mtime: madeAt(uri) });
  }

  forget(uri: vscode.Uri): void {
    this.files.delete(uri.toString());
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { text, mtime } = this.file(uri);
    return { type: vscode.FileType.File, ctime: madeAt(uri), mtime, size: Buffer.byteLength(text) };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return Buffer.from(this.file(uri).text);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const { mtime } = this.file(uri);
    const text = Buffer.from(content).toString();
    this.files.set(uri.toString(), { text, mtime: mtime + 1 });
    this.keeper.saved(uri, text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Requests have no folders.'));
  }

  createDirectory(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Requests have no folders.'));
  }

  delete(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('A request goes when its tab is closed.'));
  }

  rename(): never {
    throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('A request keeps the name of its operation.'));
  }

  dispose(): void {
    this.files.clear();
    this.changed.dispose();
  }

  private file(uri: vscode.Uri): RequestFile {
    const key = uri.toString();
    const known = this.files.get(key);
    if (known) return known;
    const text = this.keeper.load(uri);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const file = { text, mtime: madeAt(uri) };
    this.files.set(key, file);
    return file;
  }
}

/** What a request's URI stands for: `oryrequest://<connection>/<when it was made>/<operation>.json`. */
export function parseRequestUri(uri: vscode.Uri): { connection: string; operation: string } | undefined {
  const [, operation] = /^\/\d+\/(\w+)\.\w+$/.exec(uri.path) ?? [];
  return uri.scheme === REQUEST_SCHEME && operation ? { connection: uri.authority, operation } : undefined;
}

/** The moment is in the address, so that an unsaved text finds its file as old as it was after a reload. */
const madeAt = (uri: vscode.Uri): number => Number(uri.path.split('/')[1]) || 1;
