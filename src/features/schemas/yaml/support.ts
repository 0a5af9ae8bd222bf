import * as vscode from 'vscode';
import type { Marks } from '../../../editor/marks.ts';
import { type Followed, FollowedParts } from './followed.ts';
import { LANGUAGES, YamlEditing } from './yaml-support.ts';
import { YamlThread } from './yaml-thread.ts';

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

/**
 * Completion, hover and marks in YAML. Whole files are left to the extension that people have for YAML; it can't follow
 * a schema in a part of a file without losing what it knows of the rest, so that parts are always served here.
 * @param script path of the built `yaml-worker.js` @param marks where what is wrong is marked
 */
export async function supportYaml(
  schemas: YamlSchemas,
  script: string,
  marks: Marks,
): Promise<vscode.Disposable> {
  const parts = new FollowedParts();
  const peer = vscode.extensions.getExtension<Peer | undefined>(PEER);
  if (peer) {
    // It marks, completes and explains; we only tell it what documents follow.
    const api = await peer.activate();
    api?.registerContributor(
      'ory-schema',
      (resource) => parts.of(openDocument(resource)).find(isWhole)?.schema,
      (address) => schemas.read(address),
    );
  }
  const service = new YamlThread(script, (address) => schemas.read(address));
  const followedBy = (document: vscode.TextDocument | undefined) =>
    parts.of(document).filter((followed) => !peer || !isWhole(followed));
  const editing = new YamlEditing(
    { service, followedBy },
    marks,
    LANGUAGES.map((language) => ({ language })),
  );
  const listener = schemas.onDidChange((addresses) => {
    for (const address of addresses) service.forget(address);
    editing.checkAll();
  });
  return vscode.Disposable.from(editing, listener, { dispose: () => void service.dispose() });
}

const isWhole = ({ lines }: Followed): boolean => !lines || lines.whole;

const openDocument = (resource: string): vscode.TextDocument | undefined => {
  const uri = vscode.Uri.parse(resource).toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
};
