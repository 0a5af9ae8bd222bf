import * as vscode from 'vscode';
import { parseDocumentUri, SCHEME } from '../../../editor/document-uri.ts';
import { schemaAddress, type ServerKind } from '../../../schemas/addresses.ts';
import { YamlThread } from './yaml-thread.ts';
import { YamlEditing } from './yaml-support.ts';

/** The extension that serves YAML schemas where it is installed. */
const PEER = 'redhat.vscode-yaml';

/** What that extension lets others do; only what is used here. */
interface Peer {
  registerContributor(
    schema: string,
    requestSchema: (resource: string) => string | undefined,
    requestSchemaContent: (uri: string) => Promise<string>,
  ): boolean;
}

/** The schemas that YAML documents follow, and where they are read. */
export interface YamlSchemas {
  read(address: string): Promise<string>;
  /** Fires with addresses whose schemas changed. */
  readonly onDidChange: vscode.Event<readonly string[]>;
}

const FILES = /\/(?:[\w.-]*[.-])?(kratos|hydra|keto)(?:[.-][\w.-]*)?\.ya?ml$/;

/**
 * Completion, hover and marks in YAML: by the extension that people have for it, else by ourselves.
 * @param script path of the built `yaml-worker.js`
 */
export async function supportYaml(schemas: YamlSchemas, script: string): Promise<vscode.Disposable> {
  const peer = vscode.extensions.getExtension<Peer | undefined>(PEER);
  if (peer) {
    // It marks, completes and explains; we only tell it what documents follow.
    const api = await peer.activate();
    api?.registerContributor('ory-schema', addressOf, (address) => schemas.read(address));
    return new vscode.Disposable(() => undefined);
  }
  const service = new YamlThread(script, (address) => schemas.read(address));
  const editing = new YamlEditing({ service, addressOf }, [
    { language: 'yaml', scheme: SCHEME },
    { language: 'yaml', pattern: '**/*{kratos,hydra,keto}*.{yml,yaml}' },
  ]);
  const listener = schemas.onDidChange((addresses) => {
    for (const address of addresses) service.forget(address);
    editing.checkAll();
  });
  return vscode.Disposable.from(editing, listener, { dispose: () => void service.dispose() });
}

/** The schema that a YAML document follows: that of its resource, or of the server whose file it is. */
export function addressOf(text: string): string | undefined {
  const uri = vscode.Uri.parse(text);
  const ref = parseDocumentUri(uri);
  if (ref && ref.kind !== 'configurations') {
    return schemaAddress({
      of: 'document',
      connection: ref.connection,
      kind: ref.kind,
      isNew: ref.isNew === true,
    });
  }
  const file = uri.scheme === SCHEME && !ref ? undefined : FILES.exec(uri.path)?.[1];
  if (file === undefined) return undefined;
  // The configuration of a project's service stands for the file of a server, and takes more than that.
  return ref
    ? schemaAddress({ of: 'configuration', server: file as ServerKind })
    : schemaAddress({ of: 'file', file: file as ServerKind });
}
