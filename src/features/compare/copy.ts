import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../../editor/document-uri.ts';
import { oneLine } from '../../editor/text.ts';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { type JsonNode, parseEditedJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { KINDS } from '../../kinds/kinds.ts';

/** A resource on a connection. */
export interface OnServer {
  readonly ref: DocumentRef;
  readonly connection: Connection;
  /** What people call it. */
  readonly name: string;
}

/** One side of a comparison: a resource as its server has it, or a file. */
export interface Copy {
  /** "ada@example.com · staging". */
  readonly title: string;
  /** Unmasked: it may hold secrets and stays in memory. */
  readonly raw: JsonNode;
  /** Undefined where it comes from a file. */
  readonly server?: OnServer;
}

/** Reads a resource. @throws {OryError} */
export async function readCopy(
  client: OryClient,
  { ref, connection, name }: OnServer,
  call: CallOptions,
): Promise<Copy> {
  const kind = KINDS[ref.kind];
  const raw = parseAnswer(await kind.read(client, ref.id, call), kind.noun);
  // The name of an id that was typed is not known before it was read.
  const called = name === ref.id ? kind.nameOf(raw, ref.id) : name;
  const title = called === connection.name ? called : `${called} · ${connection.name}`;
  return { title: oneLine(title), raw, server: { ref, connection, name: called } };
}

/** Reads a file of JSON or YAML as it stands in its editor, where it is open. @throws {JsonSyntaxError} */
export async function readFileCopy(file: vscode.Uri): Promise<Copy> {
  const text = (await vscode.workspace.openTextDocument(file)).getText();
  const { parseYaml } = await import('../../ory/yaml/tree.ts');
  const raw = /\.jsonc?$/i.test(file.path) ? parseEditedJson(text) : parseYaml(text);
  return { title: oneLine(vscode.workspace.asRelativePath(file)), raw };
}
