import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression of the product. */
export interface Expression {
  /** Where it stands, for instance `src/ory/paging.ts:151`. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** A regular expression that is put together while the product runs. */
export interface Composed {
  readonly file: string;
  /** Its text in the source, for instance ``new RegExp(`^${MASK}$`)``. */
  readonly code: string;
}

export interface Expressions {
  readonly written: readonly Expression[];
  readonly composed: readonly Composed[];
}

/** All regular expressions of the product, found by parsing its sources. */
export function expressionsOf(folder: string): Expressions {
  const written: Expression[] = [];
  const composed: Composed[] = [];
  const files = readdirSync(folder, { recursive: true }).map(String);
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    const path = join(folder, file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const end = node.text.lastIndexOf('/');
        written.push({
          at: `${path}:${line}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      } else if (isComposed(node)) composed.push({ file: path, code: node.getText() });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { written, composed };
}

/** `new RegExp(…)`, `RegExp(…)`, and methods of texts that make an expression of a text that they are given. */
function isComposed(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const called = node.expression;
  if (ts.isIdentifier(called)) return called.text === 'RegExp';
  if (!ts.isPropertyAccessExpression(called)) return false;
  const [pattern] = node.arguments ?? [];
  return (
    ['match', 'matchAll', 'search'].includes(called.name.text) &&
    pattern !== undefined &&
    (ts.isStringLiteralLike(pattern) || ts.isTemplateExpression(pattern))
  );
}
