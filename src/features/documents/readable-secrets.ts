import * as vscode from 'vscode';
import { link } from '../../editor/commands/link.ts';
import { parseDocumentUri, SCHEME } from '../../editor/document-uri.ts';
import { type Marks, rangesIn } from '../../editor/marks.ts';
import { pointerOf } from '../../ory/json/pointer.ts';
import type { Kind } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { endingOf } from '../../saving/forms/endings.ts';
import { mayHoldSecrets } from '../../saving/typed-secrets.ts';
import type { PlacedSecret } from '../../saving/work/jobs.ts';
import type { Work } from '../../saving/work/work.ts';

const CODE = 'readable-secret';
const QUIET_MS = 300;

/** A mark that knows the place it stands for. */
class Mark extends vscode.Diagnostic {
  constructor(
    range: vscode.Range,
    readonly place: string,
    isNew: boolean,
  ) {
    super(
      range,
      isNew
        ? vscode.l10n.t(
            'This secret is readable here, and the editor may keep it in its backups. Let a placeholder stand for it: the secret stays in memory until the document is saved.',
          )
        : vscode.l10n.t(
            'This secret is readable here, and the editor may keep it in its backups until the document is saved; then it is masked.',
          ),
      vscode.DiagnosticSeverity.Warning,
    );
    this.source = 'Ory';
    this.code = CODE;
  }
}

/** Marks secrets that somebody typed into a document, and offers to take them out of the text. */
export class ReadableSecrets implements vscode.Disposable {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** What is looked for now; another text takes its place. */
  private readonly looking = new Map<string, AbortController>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly marks: Marks,
    private readonly work: Work,
  ) {
    const soon = (document: vscode.TextDocument) => {
      this.soon(document);
    };
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        soon(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.stop(uri);
        this.marks.set(uri, 'secrets');
      }),
      vscode.languages.registerCodeActionsProvider(
        { scheme: SCHEME },
        { provideCodeActions: ({ uri }, range) => this.fixes(uri, range) },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
    vscode.workspace.textDocuments.forEach(soon);
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const looking of this.looking.values()) looking.abort();
    this.listeners.dispose();
  }

  /** Not with every key: a large document is read as a whole. */
  private soon(document: vscode.TextDocument): void {
    const { uri } = document;
    if (uri.scheme !== SCHEME) return;
    this.stop(uri);
    this.waiting.set(
      uri.toString(),
      setTimeout(() => void this.mark(document), QUIET_MS),
    );
  }

  private stop(uri: vscode.Uri): void {
    clearTimeout(this.waiting.get(uri.toString()));
    this.waiting.delete(uri.toString());
    this.looking.get(uri.toString())?.abort();
    this.looking.delete(uri.toString());
  }

  private async mark(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const ref = parseDocumentUri(uri);
    if (!ref || document.isClosed) return;
    const kind = KINDS[ref.kind];
    const { version } = document;
    const typed = await this.lookFor(uri, kind, document.getText());
    // What can't be read keeps its marks until it can be; what was typed since is looked at in its turn.
    if (!typed || document.version !== version) return;
    const rangeOf = typed.length > 0 ? rangesIn(document.getText()) : undefined;
    const isNew = ref.isNew === true;
    const marks = typed.flatMap((one) => (rangeOf ? new Mark(rangeOf(one), pointerOf(one.path), isNew) : []));
    this.marks.set(uri, 'secrets', marks);
  }

  private async lookFor(
    uri: vscode.Uri,
    kind: Kind,
    text: string,
  ): Promise<readonly PlacedSecret[] | undefined> {
    // Reading a text of megabytes takes a second, nearly always for nothing.
    if (!mayHoldSecrets(kind, text)) return [];
    const looking = new AbortController();
    this.looking.set(uri.toString(), looking);
    const asked = { kind, ending: endingOf(uri.path), text };
    return this.work.run('marks', asked, {}, looking.signal).catch(() => undefined);
  }

  private fixes(uri: vscode.Uri, range: vscode.Range): vscode.CodeAction[] {
    if (parseDocumentUri(uri)?.isNew !== true) return [];
    const marks = this.marks
      .of(uri, 'secrets')
      .filter((mark): mark is Mark => mark instanceof Mark && mark.range.intersection(range) !== undefined);
    return marks.map((mark) => {
      const action = new vscode.CodeAction(
        vscode.l10n.t('Let a Placeholder Stand Here'),
        vscode.CodeActionKind.QuickFix,
      );
      action.command = link('addCredential', action.title, uri, mark.place);
      action.diagnostics = [mark];
      action.isPreferred = true;
      return action;
    });
  }
}
