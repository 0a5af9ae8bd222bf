import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A type as `@ory/client` publishes it, as far as samples need it. */
export type Shape =
  | { readonly kind: 'text' | 'number' | 'flag' | 'nothing' | 'anything' }
  | { readonly kind: 'const'; readonly value: string }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'any-of'; readonly of: readonly Shape[] }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'object'; readonly name: string; readonly members: () => readonly Member[] };

export interface Member {
  readonly name: string;
  readonly shape: Shape;
}

/** What `@ory/client` says of an operation, whatever our catalogue declares. */
export interface PublishedOperation {
  /** Parameters and body, by the client's own names. */
  readonly takes: readonly Member[];
  readonly gives: Shape;
}

const source = ts.createSourceFile(
  'api.d.ts',
  readFileSync(join('node_modules', '@ory', 'client', 'dist', 'api.d.ts'), 'utf8'),
  ts.ScriptTarget.ES2023,
  true,
);

const interfaces = new Map<string, ts.InterfaceDeclaration>();
const aliases = new Map<string, ts.TypeNode>();
const methods = new Map<string, ts.MethodDeclaration>();
for (const statement of source.statements) {
  if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, statement);
  if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  if (!ts.isClassDeclaration(statement)) continue;
  for (const member of statement.members)
    if (ts.isMethodDeclaration(member)) methods.set(member.name.getText(), member);
}

/** The names of all members of all published types: what is new among them has to be thought about. */
export const PUBLISHED_NAMES: ReadonlySet<string> = new Set(
  [...interfaces.values()].flatMap(({ members }) =>
    members.map(({ name }) => name?.getText().replaceAll("'", '') ?? ''),
  ),
);

export function publishedOperation(id: string): PublishedOperation {
  const method = methods.get(id);
  if (!method?.type) throw new Error(`@ory/client has no ${id}`);
  const request = method.parameters.find(({ name }) => name.getText() === 'requestParameters')?.type;
  const taken = request ? shapeOf(request) : undefined;
  return {
    takes: taken?.kind === 'object' ? taken.members() : [],
    gives: shapeOf(answerOf(method.type)),
  };
}

export const publishedType = (name: string): Shape => reference(name, []);

/** `Promise<AxiosResponse<T, …>>`: what T is. */
function answerOf(type: ts.TypeNode): ts.TypeNode {
  const inner = argumentsOf(type)[0] ?? type;
  return argumentsOf(inner)[0] ?? inner;
}

const argumentsOf = (type: ts.TypeNode): readonly ts.TypeNode[] =>
  ts.isTypeReferenceNode(type) || ts.isImportTypeNode(type) ? [...(type.typeArguments ?? [])] : [];

function shapeOf(type: ts.TypeNode): Shape {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'text' };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number' };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'flag' };
    case ts.SyntaxKind.VoidKeyword:
      return { kind: 'nothing' };
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.ObjectKeyword:
    case ts.SyntaxKind.UnknownKeyword:
      return { kind: 'anything' };
  }
  if (ts.isLiteralTypeNode(type))
    return type.literal.kind === ts.SyntaxKind.NullKeyword
      ? { kind: 'nothing' }
      : { kind: 'const', value: type.literal.getText().replaceAll(/['"]/g, '') };
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type);
  if (ts.isArrayTypeNode(type)) return { kind: 'list', of: shapeOf(type.elementType) };
  if (ts.isUnionTypeNode(type)) {
    const of = type.types.map(shapeOf).filter(({ kind }) => kind !== 'nothing');
    return of.length === 1 && of[0] ? of[0] : { kind: 'any-of', of };
  }
  // `{ node_type: 'text' } & UiNodeTextAttributes`
  if (ts.isIntersectionTypeNode(type)) {
    const parts = type.types.map(shapeOf);
    return {
      kind: 'object',
      name: parts.map((part) => (part.kind === 'object' ? part.name : '')).join(''),
      members: () => parts.flatMap((part) => (part.kind === 'object' ? part.members() : [])),
    };
  }
  if (ts.isTypeLiteralNode(type)) return objectOf('', type.members);
  if (ts.isTypeReferenceNode(type))
    return reference(type.typeName.getText(), [...(type.typeArguments ?? [])]);
  // `(typeof X)[keyof typeof X]`: one of an enumeration's texts.
  return { kind: 'const', value: 'one-of-them' };
}

function reference(name: string, [argument]: readonly ts.TypeNode[]): Shape {
  if (name === 'Array' || name === 'Set')
    return { kind: 'list', of: argument ? shapeOf(argument) : { kind: 'anything' } };
  const declared = interfaces.get(name);
  if (declared) return objectOf(name, declared.members);
  const alias = aliases.get(name);
  return alias ? shapeOf(alias) : { kind: 'anything' };
}

function objectOf(name: string, all: ts.NodeArray<ts.TypeElement>): Shape {
  const index = all.find(ts.isIndexSignatureDeclaration);
  const own = all.filter(ts.isPropertySignature);
  if (index && own.length === 0) return { kind: 'map', of: shapeOf(index.type) };
  return {
    kind: 'object',
    name,
    members: () =>
      own.map((member) => ({
        name: member.name.getText().replaceAll("'", ''),
        shape: member.type ? shapeOf(member.type) : { kind: 'anything' },
      })),
  };
}
