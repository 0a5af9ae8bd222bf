// What `npm run docs` writes to src/schemas/generated/types.json: names, types and enumerations of what the API takes
// and gives, read from the types that Ory publishes and from the catalogue. No words: those are ours, in src/schemas.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const PUBLISHED = join('node_modules', '@ory', 'client', 'dist', 'api.d.ts');
const CATALOGUE = join('src', 'ory', 'operations');

const KINDS = join('src', 'kinds');

/** Types that documents are made of, beside the bodies of operations: the kinds name them. */
function documentTypes() {
  const files = readdirSync(KINDS, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) =>
    [...readFileSync(join(KINDS, name), 'utf8').matchAll(/\b(?:document|type): '(\w+)'/g)].map(
      ([, type]) => type,
    ),
  );
}

/** Stands in every published enumeration, for values that the generator does not know. */
const UNKNOWN = '11184809';

/** @returns {string} the text of the file */
export function typesFile() {
  const declarations = new Map();
  const files = readdirSync(CATALOGUE).map((name) => join(CATALOGUE, name));
  for (const file of [PUBLISHED, ...files]) declare(parse(file), declarations);
  const types = new Types(declarations);
  for (const name of documentTypes().sort()) if (declarations.has(name)) types.refer(name);
  const bodies = Object.assign({}, ...files.map((file) => bodiesIn(parse(file), types)));
  return print({ bodies: sorted(bodies), types: sorted(types.made) });
}

const parse = (file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023);

/** Interfaces and type aliases by name; enumerations are the constants of the same name. */
function declare(source, declarations) {
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) declarations.set(statement.name.text, statement);
    if (ts.isTypeAliasDeclaration(statement) && !declarations.has(statement.name.text)) {
      declarations.set(statement.name.text, statement);
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type } of statement.declarationList.declarations) {
      if (type && ts.isTypeLiteralNode(type) && ts.isIdentifier(name)) declarations.set(name.text, type);
    }
  }
}

/** `export const x = operation({ … body: jsonBody<T>(…) … })`, by x. */
function bodiesIn(source, types) {
  const found = {};
  for (const statement of source.statements.filter(ts.isVariableStatement)) {
    const [{ name, initializer }] = statement.declarationList.declarations;
    const [declared] = initializer && ts.isCallExpression(initializer) ? initializer.arguments : [];
    if (!declared || !ts.isObjectLiteralExpression(declared)) continue;
    const body = declared.properties.find((member) => member.name?.text === 'body')?.initializer;
    const type = body && ts.isCallExpression(body) ? body.typeArguments?.[0] : undefined;
    if (type) found[name.text] = types.schemaOf(type);
  }
  return found;
}

class Types {
  made = {};

  constructor(declarations) {
    this.declarations = declarations;
  }

  /** A type with a name stands once, and is referred to. */
  refer(name) {
    if (!(name in this.made)) {
      const declared = this.declarations.get(name);
      if (!declared) throw new Error(`No type is named ${name}`);
      this.made[name] = {};
      this.made[name] = this.declared(declared);
    }
    return { $ref: `#/definitions/${name}` };
  }

  declared(node) {
    if (ts.isTypeLiteralNode(node))
      return {
        enum: node.members.map((member) => member.type.literal.text).filter((value) => value !== UNKNOWN),
      };
    return ts.isInterfaceDeclaration(node) ? this.object(node.members) : this.schemaOf(node.type);
  }

  schemaOf(node) {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { type: 'string' };
      case ts.SyntaxKind.NumberKeyword:
        return { type: 'number' };
      case ts.SyntaxKind.BooleanKeyword:
        return { type: 'boolean' };
      case ts.SyntaxKind.ObjectKeyword:
        return { type: 'object' };
      case ts.SyntaxKind.AnyKeyword:
      case ts.SyntaxKind.UnknownKeyword:
        return {};
    }
    if (ts.isLiteralTypeNode(node))
      return node.literal.kind === ts.SyntaxKind.NullKeyword
        ? { type: 'null' }
        : { const: node.literal.text };
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return this.schemaOf(node.type);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.schemaOf(node.elementType) };
    if (ts.isIntersectionTypeNode(node)) return { allOf: node.types.map((part) => this.schemaOf(part)) };
    if (ts.isTypeLiteralNode(node)) return this.object(node.members);
    if (ts.isUnionTypeNode(node)) return this.union(node.types.map((part) => this.schemaOf(part)));
    if (ts.isTypeReferenceNode(node)) return this.reference(node);
    throw new Error(`No schema for ${ts.SyntaxKind[node.kind]}`);
  }

  reference({ typeName, typeArguments: [argument] = [] }) {
    switch (typeName.text) {
      case 'Array':
        return { type: 'array', items: this.schemaOf(argument) };
      case 'Record':
        return { type: 'object' };
      case 'Date':
        return { type: 'string' };
      default:
        return this.inline(typeName.text) ?? this.refer(typeName.text);
    }
  }

  /** `export type XEnum = (typeof XEnum)[keyof typeof XEnum]` stands for the constant's values. */
  inline(name) {
    const declared = this.declarations.get(name);
    return declared && ts.isTypeLiteralNode(declared) ? this.declared(declared) : undefined;
  }

  union(parts) {
    if (parts.every((part) => 'const' in part)) return { enum: parts.map((part) => part.const) };
    const others = parts.filter(({ type }) => type !== 'null');
    const [only] = others;
    if (others.length === parts.length) return { anyOf: parts };
    if (others.length === 1 && typeof only.type === 'string') return { ...only, type: [only.type, 'null'] };
    if (others.length === 1 && only.enum) return { enum: [...only.enum, null] };
    return { anyOf: parts };
  }

  object(all) {
    const index = all.find(ts.isIndexSignatureDeclaration);
    const members = all.filter(ts.isPropertySignature);
    const required = members.filter(({ questionToken }) => !questionToken).map(({ name }) => name.text);
    return {
      type: 'object',
      ...(members.length > 0
        ? {
            properties: Object.fromEntries(members.map(({ name, type }) => [name.text, this.schemaOf(type)])),
          }
        : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index && members.length === 0 ? { additionalProperties: this.schemaOf(index.type) } : {}),
    };
  }
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One type a line: a change of a type is a change of its line. */
function print({ bodies, types }) {
  const lines = (record) =>
    Object.entries(record)
      .map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`)
      .join(',\n');
  return `{\n  "bodies": {\n${lines(bodies)}\n  },\n  "types": {\n${lines(types)}\n  }\n}\n`;
}
