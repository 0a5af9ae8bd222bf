import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import type { SchemaTexts } from './schema-texts.ts';

/**
 * The `ory-schema:` file system: schemas that editors read, made when they are asked for. Files and not a content
 * provider, because they wake the extension when an editor needs one. Thin on purpose: it is made when the extension
 * starts, and what it does is loaded on first use.
 */
export class SchemaFiles implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private loading: Promise<SchemaTexts> | undefined;
  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly container: Container) {}

  watch(): vscode.Disposable {
    // Changes are told by whatever causes them.
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, at } = await (await this.texts()).of(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: at, size: Buffer.byteLength(text) };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return Buffer.from((await (await this.texts()).of(uri)).text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): never {
    throw readOnly();
  }
  writeFile(): never {
    throw readOnly();
  }
  delete(): never {
    throw readOnly();
  }
  rename(): never {
    throw readOnly();
  }

  dispose(): void {
    this.changed.dispose();
    void this.loading?.then((texts) => texts.dispose());
  }

  /** What is behind it, loaded with the first call. */
  texts(): Promise<SchemaTexts> {
    this.loading ??= import('./schema-texts.ts').then(
      ({ SchemaTexts }) =>
        new SchemaTexts(this.container, (uris) => {
          this.changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
        }),
    );
    return this.loading;
  }
}

const readOnly = () =>
  vscode.FileSystemError.NoPermissions(vscode.l10n.t('Schemas are made by the extension.'));
