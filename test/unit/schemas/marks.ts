import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver-types';
import type { YamlText } from '../../../src/features/schemas/yaml/messages.ts';
import { YamlService } from '../../../src/features/schemas/yaml/yaml-service.ts';
import { type JsonNode, printJson } from '../../../src/ory/json/tree.ts';
import { maskJson } from '../../../src/ory/secrets/mask.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import {
  type FileKind,
  parseSchemaAddress,
  schemaAddress,
  type SchemaRef,
} from '../../../src/schemas/addresses.ts';
import { problemsIn } from '../../../src/schemas/check/problems-in.ts';
import { checkDocument, type FindProblems } from '../../../src/schemas/check/check-document.ts';
import { identitySchemaOf } from '../../../src/schemas/identity-traits.ts';
import type { JsonSchema } from '../../../src/schemas/json-schema.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';

let count = 0;
const fileSchemas = new Map<string, string>();

function fileSchema(ref: SchemaRef & { readonly of: 'file' }): string {
  const address = schemaAddress(ref);
  const known =
    fileSchemas.get(address) ??
    JSON.stringify(schemaOf(ref, { ids: [], complete: false, addressesOf: () => [] }));
  fileSchemas.set(address, known);
  return known;
}

/** What the thread does. */
const find: FindProblems = (schema, others, text) =>
  Promise.resolve(problemsIn(schema, others, JSON.parse(text)));

/** Finds what an editor marks in documents, and what stops their save. */
export class Marks {
  private readonly schemas: ReadonlyMap<string, JsonSchema>;
  private readonly service: YamlService;

  /** @param given the identity schemas of the server, as `GET /schemas` gives them */
  constructor(given: Readonly<Record<string, unknown>> = {}) {
    this.schemas = new Map(
      Object.entries(given).map(([id, schema]) => {
        const fit = identitySchemaOf(schema);
        assert.ok(fit, `${id} is a schema`);
        return [id, fit];
      }),
    );
    this.service = new YamlService((address) => {
      const { host, pathname } = new URL(address);
      const ref = parseSchemaAddress(host, pathname);
      assert.ok(ref, `${address} is one of ours`);
      if (ref.of === 'file') return Promise.resolve(fileSchema(ref));
      const schema = ref.of === 'traits' ? this.schemas.get(ref.id) : schemaOf(ref, this.live);
      return Promise.resolve(JSON.stringify(schema));
    });
  }

  /** What is marked in the document of a resource, each with its line. @param raw as the server gives it, unmasked */
  async inDocument(kind: KindId, raw: JsonNode, isNew = false): Promise<string[]> {
    const tree = maskJson(raw, KINDS[kind].secrets);
    const nothing: JsonNode = { kind: 'object', members: new Map() };
    const refused = await this.refused(kind, tree, nothing);
    return [...(await this.inEditor(kind, tree, isNew)), ...refused];
  }

  /** What an editor marks in the document of a resource, each with its line. */
  inEditor(kind: KindId, tree: JsonNode, isNew = false): Promise<string[]> {
    // JSON is YAML, and both are checked by the same rules of the same language service.
    const address = schemaAddress({ of: 'document', connection: 'c', kind, isNew });
    return this.inText(printJson(tree, 2), address);
  }

  /** What stops the save of a document. @param opened what it was opened from; undefined where it is to be created */
  async refused(kind: KindId, tree: JsonNode, opened?: JsonNode): Promise<string[]> {
    const checked = { kind, isNew: opened === undefined, connection: 'c', tree, opened };
    const refused = await checkDocument(checked, this.live, find);
    return refused.map(({ pointer, message }) => `refused ${pointer}: ${message}`);
  }

  /** What is marked in a file of a server's configuration. */
  inFile(file: FileKind, text: string, ifOurs = false): Promise<string[]> {
    return this.inText(text, schemaAddress({ of: 'file', file, ifOurs }));
  }

  /** The names of what completion offers at a place of a server's configuration. */
  async offeredInFile(file: FileKind, text: string, at: Position): Promise<string[]> {
    const { items } = await this.service.complete(
      this.document(text, schemaAddress({ of: 'file', file })),
      at,
    );
    return items.map(({ label }) => label);
  }

  /** What is said of a member of a server's configuration. @param path its path; the last name counts, where it stands last */
  async hoverInFile(file: FileKind, text: string, path: string): Promise<string> {
    const name = /[^.[\]()]+$/.exec(path)?.[0] ?? '';
    const lines = text.split('\n');
    const line = lines.findLastIndex((one) => one.includes(`${name}:`));
    const at = { line, character: (lines[line] ?? '').indexOf(`${name}:`) + 1 };
    const hover = await this.service.hover(this.document(text, schemaAddress({ of: 'file', file })), at);
    return hover ? JSON.stringify(hover.contents) : '';
  }

  private document(text: string, schema: string): YamlText {
    const version = ++count;
    return { uri: `ory://c/${version}.yaml`, version, text, schema };
  }

  private async inText(text: string, schema: string): Promise<string[]> {
    const lines = text.split('\n');
    const problems = await this.service.problems(this.document(text, schema));
    return problems.map(({ range, message }) => `${(lines[range.start.line] ?? '').trim()}: ${message}`);
  }

  private get live() {
    const { schemas } = this;
    return {
      ids: [...schemas.keys()],
      complete: true,
      addressesOf: (id: string) => [schemaAddress({ of: 'traits', connection: 'c', id })],
      schemas,
    };
  }
}
