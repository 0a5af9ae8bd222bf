import * as vscode from 'vscode';
import type * as lsp from 'vscode-languageserver-types';
import { plainSnippet } from './plain-snippet.ts';

/** How a place in the text that was looked at is found in the document. */
type ToDocument = (range: lsp.Range) => lsp.Range;

const toRange = ({ start, end }: lsp.Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** The protocol counts kinds from 1, the editor from 0. */
const KIND_OFFSET = 1;
/** `InsertTextFormat.Snippet` of the protocol. */
const SNIPPET = 2;

export function fromCompletion(item: lsp.CompletionItem, toDocument: ToDocument): vscode.CompletionItem {
  const made = new vscode.CompletionItem(item.label);
  if (item.kind !== undefined) {
    const kind: unknown = item.kind - KIND_OFFSET;
    made.kind = kind as vscode.CompletionItemKind;
  }
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  made.insertText = item.insertTextFormat === SNIPPET ? new vscode.SnippetString(plainSnippet(text)) : text;
  if (item.textEdit && 'range' in item.textEdit) made.range = toRange(toDocument(item.textEdit.range));
  if (item.documentation !== undefined) made.documentation = toMarkdown(item.documentation);
  if (item.detail !== undefined) made.detail = item.detail;
  if (item.sortText !== undefined) made.sortText = item.sortText;
  if (item.filterText !== undefined) made.filterText = item.filterText;
  return made;
}

export function fromHover({ contents, range }: lsp.Hover, toDocument: ToDocument): vscode.Hover {
  const all = Array.isArray(contents) ? contents : [contents];
  return new vscode.Hover(all.map(toMarkdown), range && toRange(toDocument(range)));
}

export function fromDiagnostic({ range, message }: lsp.Diagnostic): vscode.Diagnostic {
  const made = new vscode.Diagnostic(toRange(range), message, vscode.DiagnosticSeverity.Warning);
  made.source = 'Ory';
  return made;
}

/** Words may be a server's: they are shown as Markdown that runs nothing, and in which images are not loaded. */
function toMarkdown(content: lsp.MarkupContent | { value: string } | string): vscode.MarkdownString {
  const value = typeof content === 'string' ? content : content.value;
  return new vscode.MarkdownString(value.replaceAll('![', '!\\['));
}
