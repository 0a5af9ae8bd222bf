import type * as vscode from 'vscode';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import { partText } from '../../../schemas/files/part-text.ts';
import type { Followed } from './followed.ts';
import type { YamlText } from './messages.ts';

/** Characters above which a text is not looked at: it takes a second for each million, and ten times its memory. */
const AT_MOST = 10_000_000;

/** What the language service says of members that are not there. */
// eslint-disable-next-line texts/extracted -- the language service's words
const MISSING = 'Missing property ';

/** A text for the language service, and how its places are found again in the document. */
export interface AskedText {
  readonly text: YamlText;
  readonly toText: (position: vscode.Position) => Position;
  readonly toDocument: (range: Range) => Range;
  /** Whether a mark would be of what something else fills in or adds, before a server reads it. */
  readonly isOfOthers: (problem: Diagnostic) => boolean;
}

/** What is to be looked at; undefined where the document is too large. */
export function askedText(
  document: vscode.TextDocument,
  { schema, lines }: Followed,
  length: number,
): AskedText | undefined {
  if (length > AT_MOST) return undefined;
  const { version } = document;
  const key = document.uri.toString();
  if (!lines) {
    return {
      text: { uri: key, version, text: document.getText(), schema },
      toText: ({ line, character }) => ({ line, character }),
      toDocument: (range) => range,
      isOfOthers: () => false,
    };
  }
  const { text, isFilledIn } = partText(document.getText(), lines);
  const { indent, partial } = lines;
  // A cursor may stand further left than the part begins.
  const moved = ({ line, character }: Position): Position => ({ line, character: character + indent });
  return {
    // Each part is a document of its own for the service.
    text: { uri: lines.whole ? key : `${key}#${lines.first}`, version, text, schema },
    toText: ({ line, character }) => ({ line, character: Math.max(0, character - indent) }),
    toDocument: ({ start, end }) => ({ start: moved(start), end: moved(end) }),
    isOfOthers: ({ range, message }) => isFilledIn(range) || (partial && message.startsWith(MISSING)),
  };
}
