import * as vscode from 'vscode';
import { nameOfUri } from '../../editor/document-uri.ts';
import { type Marks, marksIn } from '../../editor/marks.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import { withoutLinks } from '../../editor/text.ts';
import { pointerOf } from '../../ory/json/pointer.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import type { Complaint } from '../../saving/complaints.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import type { Saved } from '../../saving/saved.ts';
import { placesInWords } from '../../saving/words.ts';
import type { Work } from '../../saving/work/work.ts';
import { SENT_NOTE, SENT_SCHEME } from './sent-scheme.ts';
import type { DocumentSource } from './source.ts';

const COMPARE = 'Compare';

/** What is known of one document of which the server kept something else than was saved. */
interface Noted {
  readonly complaints: readonly Complaint[];
  /** What was told of last: the same is not told again. */
  readonly told: string;
}

/**
 * Tells that a server kept something else than was saved: by marks at the places, until the document is edited or saved
 * again, and by a message that offers the comparison. What the editor saves by itself is told once for each document.
 */
export class ServerAdjustments implements vscode.Disposable {
  private readonly sent = new ShownTexts(SENT_SCHEME, SENT_NOTE);
  private readonly noted = new Map<string, Noted>();
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => void this.mark(document)),
    vscode.workspace.onDidSaveTextDocument((document) => void this.mark(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.noted.delete(uri.toString());
      this.marks.set(uri, 'kept');
    }),
  );

  constructor(
    private readonly marks: Marks,
    private readonly redactor: Redactor,
    private readonly work: Work,
  ) {}

  /** @param manual whether a person saved */
  async follow(
    uri: vscode.Uri,
    { kind, connection }: DocumentSource,
    saved: Saved,
    manual: boolean,
  ): Promise<void> {
    const { adjusted: otherwise } = saved.kept;
    const before = this.noted.get(uri.toString());
    // What the server has warned of stands at its places already, in its own words.
    if (otherwise.length === 0 || saved.warnings.some(Boolean)) {
      if (before) this.noted.set(uri.toString(), { ...before, complaints: [] });
      this.marks.set(uri, 'kept');
      return;
    }
    const places = once(otherwise.map((path) => upToUnordered(path, kind.unordered ?? [])));
    const sides = { sent: saved.plan.target, after: saved.after, places, where: connection.name };
    const { target, complaints, told } = await this.work.run('adjusted', { kind, ...sides });
    this.noted.set(uri.toString(), { complaints, told });
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (before && (!manual || before.told === told)) return;
    const over = document?.getText();
    const text = await this.work.run('print', { ending: endingOf(uri.path), tree: target, over });
    void this.offer(uri, connection.name, placesInWords(places), text);
  }

  dispose(): void {
    this.listeners.dispose();
    this.sent.dispose();
  }

  private async offer(uri: vscode.Uri, where: string, places: string, text: string): Promise<void> {
    const name = nameOfUri(uri);
    const said = withoutLinks(
      vscode.l10n.t('{0} is saved, but {1} keeps another {2} than you saved.', name, where, places),
    );
    if ((await vscode.window.showWarningMessage(this.redactor.text(said), COMPARE)) !== COMPARE) return;
    const copy = uri.with({ scheme: this.sent.scheme });
    this.sent.put(copy, text);
    const title = vscode.l10n.t('{0}: as you saved it ↔ as {1} keeps it', name, where);
    await vscode.commands.executeCommand('vscode.diff', copy, uri, title, { preview: false });
  }

  /** What is being edited is no longer what the server kept. */
  private async mark(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const complaints = this.noted.get(uri.toString())?.complaints ?? [];
    if (complaints.length === 0) return;
    if (document.isDirty) {
      this.marks.set(uri, 'kept');
      return;
    }
    const { version } = document;
    const text = { ending: endingOf(uri.path), text: document.getText() };
    const placed = await this.work.run('placed', { ...text, complaints });
    if (document.version !== version) return;
    this.marks.set(uri, 'kept', marksIn(text.text, placed, this.redactor));
  }
}

/** Elements of a list that has no order have no numbers either: the list itself is the place. */
function upToUnordered(path: readonly string[], lists: readonly string[]): readonly string[] {
  const list = lists.find((pointer) => pointerOf(path).startsWith(`${pointer}/`));
  return list === undefined ? path : path.slice(0, list.split('/').length - 1);
}

function once(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [pointerOf(path), path])).values()];
}
