import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver-types';
import { yamlDocumentsCache } from 'yaml-language-server/lib/esm/languageservice/parser/yaml-documents.js';
import { YamlCompletion } from 'yaml-language-server/lib/esm/languageservice/services/yamlCompletion.js';
import { YAMLHover } from 'yaml-language-server/lib/esm/languageservice/services/yamlHover.js';
import { YAMLSchemaService } from 'yaml-language-server/lib/esm/languageservice/services/yamlSchemaService.js';
import { YAMLValidation } from 'yaml-language-server/lib/esm/languageservice/services/yamlValidation.js';
import { SCHEMA_SCHEME } from '../../../schemas/addresses.ts';
import type { YamlText } from './messages.ts';

/** The text of the schema at an address of ours. */
export type ReadSchema = (address: string) => Promise<string>;

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

/** The parts of `yaml-language-server` that documents need: nothing of it opens a file or a connection. */
export class YamlService {
  private readonly completion: YamlCompletion;
  private readonly hovering: YAMLHover;
  private readonly validation: YAMLValidation;
  private readonly service: YAMLSchemaService;
  /** The schemas that documents follow, by the documents' addresses. */
  private readonly followed = new Map<string, string>();

  constructor(readSchema: ReadSchema) {
    // A document may name a schema of its own: it may be anywhere, and nothing is fetched from there.
    const read = (address: string) =>
      address.startsWith(`${SCHEMA_SCHEME}:`) ? readSchema(address) : Promise.resolve('{}');
    const service = new YAMLSchemaService(read, {
      resolveRelativePath: (path: string) => path,
    });
    service.registerCustomSchemaProvider((uri: string) => Promise.resolve(this.followed.get(uri) ?? ''));
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
    return this.completion.doComplete(this.documentOf(text), position);
  }

  hover(text: YamlText, position: Position): Promise<Hover | null> {
    return this.hovering.doHover(this.documentOf(text), position);
  }

  problems(text: YamlText): Promise<Diagnostic[]> {
    return this.validation.doValidation(this.documentOf(text));
  }

  /**
   * A document was closed. What was read of it is dropped: the editor counts its versions from the beginning when it is
   * opened again, with another text perhaps.
   */
  close(uri: string): void {
    for (const key of this.followed.keys())
      if (key === uri || key.startsWith(`${uri}#`)) this.followed.delete(key);
    yamlDocumentsCache.clear();
  }

  /** A schema changed: it is read again when it is next needed. */
  forget(address: string): void {
    this.service.onResourceChange(address);
  }

  private documentOf({ uri, version, text, schema }: YamlText): TextDocument {
    this.followed.set(uri, schema);
    const own = text.replace(MODELINE, (line) => ' '.repeat(line.length));
    return TextDocument.create(uri, 'yaml', version, own);
  }
}
