import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { oneLine } from '../../editor/text.ts';
import { type JwkFacts, jwkFacts } from '../../ory/keys/jwk-facts.ts';
import { agoWords, timesIn } from '../../kinds/lenses/times.ts';
import { askWork, existing } from './ask-work.ts';

/** What a place of a document says to who points at it: how long ago a time is, what a key is. */
export async function hoverAt(
  container: Container,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  if (document.lineAt(position.line).text.length > LONGEST) return undefined;
  return timeHover(document, position) ?? (await keyHover(container, document, position, token));
}

/** Characters of the longest line that is looked through: a longer one is no time, and no member of a key. */
const LONGEST = 100_000;

function timeHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const { line } = position;
  const found = timesIn(document.lineAt(line).text).find(
    ({ offset, length }) => position.character >= offset && position.character <= offset + length,
  );
  if (!found) return undefined;
  const { offset, length, at } = found;
  const text = new vscode.MarkdownString().appendText(`${agoWords(at)}: ${at.toLocaleString()}`);
  return new vscode.Hover(text, new vscode.Range(line, offset, line, offset + length));
}

/** The members at which a key is told: elsewhere in it one may point at something of its own. */
const TOLD = /"?\b(kid|kty|crv|n|x|y|x5c|x5t#S256|alg)\b"?\s*:/;

async function keyHover(
  container: Container,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  if (!TOLD.test(document.lineAt(position.line).text)) return undefined;
  const kind = existing(document)?.kind;
  if (kind !== 'keys' && kind !== 'clients') return undefined;
  const key = await askWork(container, 'key', document, { offset: document.offsetAt(position) }, token);
  return key && new vscode.Hover(keyText(await jwkFacts(key)));
}

/** Text of servers is only ever appended as text. */
function keyText({ kid, sort, thumbprint, pem, certificates }: JwkFacts): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(oneLine(sort)).appendMarkdown('**');
  if (kid) text.appendText(` · ${oneLine(kid)}`);
  if (thumbprint) {
    text.appendMarkdown(vscode.l10n.t('\n\nThumbprint (RFC 7638, SHA-256): `{0}`', thumbprint));
  }
  for (const { subject, issuer, validTo, fingerprint } of certificates) {
    text
      .appendMarkdown('\n\n')
      .appendText(vscode.l10n.t('Certificate of {0}, issued by {1}, ', oneLine(subject), oneLine(issuer)));
    text.appendText(vscode.l10n.t('good until {0} ({1})', validTo.toLocaleString(), agoWords(validTo)));
    text.appendMarkdown(vscode.l10n.t('\n\nFingerprint (SHA-256): `{0}`', fingerprint));
  }
  if (pem) text.appendMarkdown('\n\n').appendCodeblock(pem.trimEnd(), 'text');
  return text;
}
