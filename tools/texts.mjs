// What is said to people, as the source has it: the first argument of every `l10n.t(…)`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** @returns {ts.Expression | undefined} the text of a call of `l10n.t`, or the object that has it */
function textOf(node) {
  if (!ts.isCallExpression(node) || !/(^|\.)l10n\.t$/.test(node.expression.getText())) return undefined;
  return node.arguments[0];
}

const isLiteral = (node) => node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node));

/** The member of an object. @returns {ts.Expression | undefined} */
const memberOf = (object, name) =>
  object.properties?.find((property) => property.name?.getText() === name)?.initializer;

/** What a translation must not be able to change, or has nothing to change in: markup, policies, paths, icons, places. */
const isForPeople = (text) =>
  !/<[a-z!/]|-src /i.test(text) &&
  /\p{L}{2}/u.test(text.replace(/\$\([\w~-]+\)|\{\d\}|(https?:)?\/\S+/g, ''));

/** @returns {[string, string | { message: string, comment: string[] }]} a line of the bundle */
function lineOf(text, file) {
  const said = (isLiteral(text) ? text : memberOf(text, 'message'))?.text;
  if (said !== undefined && !isForPeople(said))
    throw new Error(`${file}: this is no text for people, and must not be translated: ${said}`);
  if (isLiteral(text)) return [text.text, text.text];
  const message = ts.isObjectLiteralExpression(text) ? memberOf(text, 'message') : undefined;
  const comment = message && memberOf(text, 'comment');
  if (!isLiteral(message) || !isLiteral(comment))
    throw new Error(
      `${file}: l10n.t takes a text as it stands, or { message, args, comment }: ${text.getText()}`,
    );
  return [`${message.text}/${comment.text}`, { message: message.text, comment: [comment.text] }];
}

/** Every text of the source, by itself or, where a comment tells it from another, with that. */
export function texts(folder = 'src') {
  const lines = new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  for (const name of files) {
    const file = join(folder, name);
    const code = readFileSync(file, 'utf8');
    if (!code.includes('l10n.t')) continue;
    const visit = (node) => {
      const text = textOf(node);
      if (text) lines.set(...lineOf(text, file));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  }
  return Object.fromEntries([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
}
