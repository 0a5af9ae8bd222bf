// Files of Ory's servers in a workspace: told by their content, whole or as parts of others.
import assert from 'node:assert/strict';
import {
  commands,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Hover,
  languages,
  type MarkdownString,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { eventually } from './documents-support.ts';

/** The language services start with the first document, on a busy machine in their own time. */
const PATIENT = 20_000;

const lines = (...text: readonly string[]) => text.join('\n');
const nameOf = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('files of Ory’s servers', () => {
  const folder = () => {
    const root = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(root);
    return Uri.joinPath(root, 'ory-files');
  };

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  async function write(path: string, text: string): Promise<Uri> {
    const file = Uri.joinPath(folder(), ...path.split('/'));
    await workspace.fs.writeFile(file, Buffer.from(text));
    return file;
  }

  async function opened(path: string, text: string): Promise<TextDocument> {
    const document = await workspace.openTextDocument(await write(path, text));
    await window.showTextDocument(document);
    return document;
  }

  async function offered(document: TextDocument, line: number, character: number): Promise<string[]> {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(line).range.start.translate(0, character),
    );
    return list.items.filter(({ kind }) => kind !== CompletionItemKind.Text).map(nameOf);
  }

  const marked = (document: TextDocument) =>
    languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));

  const marksOf = (document: TextDocument, count: number) =>
    eventually(
      () => marked(document),
      (seen) => seen.length >= count,
      PATIENT,
    );

  async function hoverAt(document: TextDocument, text: string): Promise<string> {
    const at = document.positionAt(document.getText().indexOf(text) + 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return hovers.flatMap(({ contents }) => contents.map((one) => (one as MarkdownString).value)).join('\n');
  }

  it('completes, explains and marks kratos.config in the values of a Helm chart, where it stands', async () => {
    const values = await opened(
      'chart/values.yaml',
      lines(
        'replicaCount: many',
        'kratos:',
        '  config:',
        '    dsn: memory',
        '    serve:',
        '      public:',
        '        port: odd',
        '    selfservice:',
        '      flows: {}',
        '      ',
        '  serve: 5',
        'umbrella:',
        '  hydra:',
        '    config:',
        '      urls:',
        '        self: 7',
      ),
    );
    // What is missing may be in other values.
    assert.deepEqual((await marksOf(values, 2)).sort(), ['7', 'odd']);
    const names = await eventually(
      () => offered(values, 9, 6),
      (seen) => seen.includes('default_browser_return_url'),
      PATIENT,
    );
    assert.ok(!names.includes('flows'), 'what is there already is not offered');
    assert.match(await hoverAt(values, 'dsn: memory'), /\S/);
    assert.equal(await hoverAt(values, 'replicaCount'), '');
  });

  it('serves a text in a ConfigMap, and says nothing of what a template fills in', async () => {
    const map = await opened(
      'chart/templates/kratos.yaml',
      lines(
        'apiVersion: v1',
        'kind: ConfigMap',
        'data:',
        '  kratos.yml: |',
        '    dsn: memory',
        '    serve:',
        '      admin:',
        '        port: {{ .Values.port }}',
        '      public:',
        '        port: odd',
        '    {{- if .Values.dev }}',
        '    log:',
        '      level: ${LEVEL}',
        '    {{- end }}',
      ),
    );
    assert.deepEqual(await marksOf(map, 1), ['odd']);
  });

  it('claims configurations by their content, and nothing that only has a name like theirs', async () => {
    const manifest = await opened(
      'kratos/deployment-kratos.yaml',
      lines('apiVersion: apps/v1', 'kind: Deployment', 'metadata: 5', 'serve: 7', 'spec:', '  dsn: 9'),
    );
    const compose = await opened(
      'kratos/docker-compose-kratos.yml',
      lines('version: "3"', 'services:', '  kratos:', '    image: oryd/kratos', 'serve: 7'),
    );
    const config = await opened('kratos/config.yml', lines('dsn: memory', 'serve: 7', 'version: v1.0.0'));
    const template = await opened('kratos.yml.tmpl', lines('dsn: {{ .Dsn }}', 'serve: 7'));
    assert.deepEqual(await marksOf(config, 1), ['7']);
    assert.deepEqual(await marksOf(template, 1), ['7']);
    // They were opened before the others, and would have been marked before them.
    assert.deepEqual(marked(manifest), []);
    assert.deepEqual(marked(compose), []);
    assert.deepEqual(await offered(manifest, 3, 0), []);
  });

  it('knows an identity schema by its content, and by a kratos.yml that names it in a sub-folder', async () => {
    const schema = (type: string) =>
      JSON.stringify({ type: 'object', properties: { traits: { properties: { a: { type } } } } });
    const told = await opened('elsewhere/people.json', schema('odd-one'));
    const [mark] = await marksOf(told, 1);
    assert.equal(mark, '"odd-one"');
    for (const name of ['identity-schema.json', 'x-identity.schema.json']) {
      const seen = await marksOf(await opened(`named/${name}`, schema('odd-one')), 1);
      assert.deepEqual([...new Set(seen)], ['"odd-one"'], name);
    }
    const other = await opened('named/order-identity.schema.json', '{"properties":{"a":5,"b":6,"c":7}}');
    assert.deepEqual(marked(other), []);
    await write('conf/schemas/deep/begun.json', '{"title": 5}');
    const configuration = await opened(
      'conf/kratos.yml',
      lines(
        'identity:',
        '  schemas:',
        '    - id: a',
        '      url: file:///etc/config/schemas/deep/begun.json',
      ),
    );
    await configuration.save();
    const edited = await window.showTextDocument(configuration);
    await edited.edit((edit) => edit.insert(configuration.lineAt(3).range.end, '\n'));
    await configuration.save();
    const begun = await workspace.openTextDocument(Uri.joinPath(folder(), 'conf/schemas/deep/begun.json'));
    await window.showTextDocument(begun);
    assert.ok((await marksOf(begun, 1)).includes('5'));
  });
});
