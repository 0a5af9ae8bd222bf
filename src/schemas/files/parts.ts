import type { FileKind } from '../addresses.ts';
import { isIdentitySchema } from './identity-schema.ts';
import { isKey, kindOfKeys, type Server, SERVERS } from './kind-of-keys.ts';
import { isHelmValues, serverNamed, serverPlainlyNamed } from './names.ts';
import { type Member, outlineOf } from './outline.ts';

/** Lines of a file that are a text by themselves. */
export interface FileLines {
  /** Whether it is the whole file. */
  readonly whole: boolean;
  /** The first and the last line, from 0. */
  readonly first: number;
  readonly last: number;
  /** Columns before each of its lines that belong to what stands around it. */
  readonly indent: number;
  /** Whether it may lack what must be there: the rest is in other values, that Helm puts together with these. */
  readonly partial: boolean;
}

/** Lines of a YAML file that are a file of ours. */
export interface FilePart extends FileLines {
  readonly kind: FileKind;
}

/** Larger files are not looked at (characters). */
const LOOKED_AT = 2_000_000;
/** No file has more. */
const PARTS_AT_MOST = 50;
/** What is typed into a file that is named as such, before it has members by which it could be told. */
const FIRST_KEYS = 2;

/**
 * What of a YAML file is a file of Ory's: all of it, or parts, such as `kratos.config` in the values of a Helm chart, or
 * a text in a ConfigMap. A name is a hint; the content decides. The time that it takes grows with the length of the text.
 * @param path of the file, with slashes
 */
export function partsOf(path: string, text: string): readonly FilePart[] {
  if (text.length > LOOKED_AT) return [];
  const lines = text.split(/\r?\n/);
  const members = outlineOf(lines);
  const top = keysAt(members, 1);
  const whole = wholeKind(path, top);
  if (whole)
    return [{ kind: whole, whole: true, first: 0, last: lines.length - 1, indent: 0, partial: false }];
  const parts: FilePart[] = [];
  for (const [at, member] of members.entries()) {
    if (parts.length >= PARTS_AT_MOST) break;
    parts.push(...partOf(member, members, at, lines, path));
  }
  return parts;
}

const keysAt = (members: readonly Member[], depth: number): readonly string[] =>
  members.filter(({ path }) => path.length === depth).map(({ path }) => path.at(-1) ?? '');

function wholeKind(path: string, keys: readonly string[]): Server | undefined {
  const plain = serverPlainlyNamed(path);
  if (plain && keys.length === 0) return plain;
  const told = kindOfKeys(keys, serverNamed(path));
  if (told) return told;
  return plain && keys.length <= FIRST_KEYS && kindOfKeys([...keys, 'dsn', 'serve'], plain)
    ? plain
    : undefined;
}

function partOf(
  member: Member,
  members: readonly Member[],
  at: number,
  lines: readonly string[],
  path: string,
): readonly FilePart[] {
  const { line, last } = member;
  if (member.holds === 'text') {
    const indent = firstIndent(lines, line + 1, last) ?? member.indent + 2;
    const kind = kindOfText(
      member,
      lines.slice(line + 1, last + 1).map((one) => one.slice(indent)),
      path,
    );
    return kind ? [{ kind, whole: false, first: line + 1, last, indent, partial: false }] : [];
  }
  const server = serverAt(member.path);
  if (!server || member.holds !== 'parts') return [];
  const indent = firstIndent(lines, line + 1, last) ?? member.indent + 2;
  // A list may stand no further in than its name: that is no configuration.
  if (indent <= member.indent || /^\s*-(?:\s|$)/.test(firstContent(lines, line + 1, last))) return [];
  const keys = keysBelow(member, members, at);
  const ours = keys.length === 0 ? isHelmValues(path) : keys.some((key) => isKey(server, key));
  return ours ? [{ kind: server, whole: false, first: line + 1, last, indent, partial: true }] : [];
}

/** @param number which of the members it is: those below it follow */
function keysBelow({ last, path }: Member, members: readonly Member[], number: number): readonly string[] {
  const keys: string[] = [];
  for (let at = number + 1; at < members.length; at++) {
    const one = members[at];
    if (!one || one.line > last) break;
    if (one.path.length === path.length + 1) keys.push(one.path.at(-1) ?? '');
  }
  return keys;
}

/** The server whose Helm chart has its configuration at this place: `kratos.config`, `kratos.kratos.config`, `auth.hydra.config`. */
function serverAt(path: readonly string[]): Server | undefined {
  const [owner, name] = path.slice(-2);
  return name === 'config' ? SERVERS.find((server) => server === owner) : undefined;
}

/** What a text within a file is: the configuration of a server, or an identity schema. */
function kindOfText(member: Member, lines: readonly string[], path: string): FileKind | undefined {
  const content = lines.join('\n');
  if (isIdentitySchema(content)) return 'identity-schema';
  const named = serverNamed(member.path.at(-1) ?? '') ?? serverNamed(path);
  return kindOfKeys(keysAt(outlineOf(lines), 1), named);
}

function firstIndent(lines: readonly string[], first: number, last: number): number | undefined {
  const line = firstContent(lines, first, last);
  return line === '' ? undefined : line.length - line.trimStart().length;
}

/** The first line that says something; comments do, and templates don't. */
function firstContent(lines: readonly string[], first: number, last: number): string {
  for (let at = first; at <= last; at++) {
    const line = lines[at] ?? '';
    const content = line.trimStart();
    if (content !== '' && !content.startsWith('{{')) return line;
  }
  return '';
}
