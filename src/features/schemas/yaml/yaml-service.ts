import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver-types';
import { yamlDocumentsCache } from 'yaml-language-server/lib/esm/languageservice/parser/yaml-documents.js';
import { YamlCompletion } from 'yaml-language-server/lib/esm/languageservice/services/yamlCompletion.js';
import { YAMLHover } from 'yaml-language-server/lib/esm/languageservice/services/yamlHover.js';
import { YAMLSchemaService } from 'yaml-language-server/lib/esm/languageservice/services/yamlSchemaService.js';
import { YAMLValidation } from 'yaml-language-server/lib/esm/languageservice/services/yamlValidation.js';
import { SCHEMA_SCHEME } from '../../../schemas/addresses.ts';

/** A text to be looked at. */
export interface YamlText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** Where schemas come from. */
export interface Schemas {
  /** The address of the schema that a document follows. */
  addressOf(uri: string): string | undefined;
  /** The text of the schema at an address of ours. */
  read(address: string): Promise<string>;
}

const SETTINGS = {
  validate: true,
  hover: true,
  completion: true,
  format: false,
  hoverSchemaSource: false,
  disableDefaultProperties: true,
  customTags: [],
  indentation: '  ',
};

/** The comment in which a file names a schema of its own; ours is the one that is followed. */
const MODELINE = /(yaml-language-server\s*:\s*)\$schema=\S+/g;

/** The parts of `yaml-language-server` that documents need, in this process: nothing of it opens a file or a connection. */
export class YamlService {
  private readonly completion: YamlCompletion;
  private readonly hovering: YAMLHover;
  private readonly validation: YAMLValidation;
  private readonly service: YAMLSchemaService;

  constructor(schemas: Schemas) {
    // A document may name a schema of its own: it may be anywhere, and nothing is fetched from there.
    const read = (address: string) =>
      address.startsWith(`${SCHEMA_SCHEME}:`) ? schemas.read(address) : Promise.resolve('{}');
    const service = new YAMLSchemaService(read, {
      resolveRelativePath: (path: string) => path,
    });
    service.registerCustomSchemaProvider((uri: string) => Promise.resolve(schemas.addressOf(uri) ?? ''));
    const client = {
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      },
    };
    this.service = service;
    this.completion = new YamlCompletion(service, client as never, yamlDocumentsCache);
    this.hovering = new YAMLHover(service);
    this.validation = new YAMLValidation(service);
    for (const part of [this.completion, this.hovering, this.validation]) part.configure(SETTINGS);
  }

  complete(text: YamlText, position: Position): Promise<CompletionList> {
    return this.completion.doComplete(documentOf(text), position);
  }

  hover(text: YamlText, position: Position): Promise<Hover | null> {
    return this.hovering.doHover(documentOf(text), position);
  }

  problems(text: YamlText): Promise<Diagnostic[]> {
    return this.validation.doValidation(documentOf(text));
  }

  /**
   * A document was closed. What was read of it is dropped: the editor counts its versions from the beginning when it is
   * opened again, with another text perhaps.
   */
  close(): void {
    yamlDocumentsCache.clear();
  }

  /** A schema changed: it is read again when it is next needed. */
  forget(address: string): void {
    this.service.onResourceChange(address);
  }
}

const documentOf = ({ uri, version, text }: YamlText): TextDocument =>
  TextDocument.create(
    uri,
    'yaml',
    version,
    text.replace(MODELINE, (line) => ' '.repeat(line.length)),
  );
