// The sandbox is a product of its own: what keeps it apart is seen to do so.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** What the types check of a project tells of each of these texts, planted as files of its folder. */
function checkedWith(project: string, texts: readonly string[]): readonly string[] {
  const read = ts.readConfigFile(join(project, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, project);
  const planted = new Map(texts.map((text, n) => [resolve(project, `planted-${n}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const overlaid: ts.CompilerHost = {
    ...host,
    fileExists: (path) => planted.has(resolve(path)) || host.fileExists(path),
    readFile: (path) => planted.get(resolve(path)) ?? host.readFile(path),
    getSourceFile: (path, language) => {
      const text = planted.get(resolve(path));
      return text === undefined
        ? host.getSourceFile(path, language)
        : ts.createSourceFile(path, text, language);
    },
  };
  const program = ts.createProgram([...fileNames, ...planted.keys()], options, overlaid);
  const imported = program.getOptionsDiagnostics();
  return [...planted.keys()].map((path) => {
    const own = imported.filter(({ file }) => file && resolve(file.fileName) === path);
    return [...own, ...program.getSemanticDiagnostics(program.getSourceFile(path))]
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
      .join('\n');
  });
}

/** Every file of a folder that it imports something of, as `file → imported`, both below src. */
function importsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(folder, name);
      return ts
        .preProcessFile(readFileSync(file, 'utf8'))
        .importedFiles.map(({ fileName }) => fileName)
        .filter((imported) => imported.startsWith('.') || imported === 'vscode')
        .map((imported) => `${file} → ${imported === 'vscode' ? imported : join(file, '..', imported)}`);
    });
}

describe('the sandbox, apart from the rest', function () {
  this.timeout(120_000);

  const outside = /is not listed within the file list of project/;

  it('cannot see it: its types check refuses every import of it', () => {
    const rest = ['ory/errors.ts', 'schemas/harmless-pattern.ts', 'saving/place-in-words.ts'];
    const [language, node, editor, ...others] = checkedWith('src/sandbox', [
      "export { readModel } from '../permissions/index.ts';",
      "export { readFileSync } from 'node:fs';",
      "export type { Uri } from 'vscode';",
      ...rest.map((file) => `export * from '../${file}';`),
    ]);
    assert.equal(language, '');
    assert.equal(node, '');
    assert.match(editor ?? '', /is not a module/);
    assert.equal(others.length, rest.length);
    for (const problem of others) assert.match(problem, outside);
  });

  it('shares only the permission language, which knows nobody', () => {
    const [own, client, sandbox, node, editor] = checkedWith('src/permissions', [
      "export { readModel } from './index.ts';",
      "export * from '../ory/errors.ts';",
      "export * from '../sandbox/json/values.ts';",
      "export { readFileSync } from 'node:fs';",
      "export type { Uri } from 'vscode';",
    ]);
    assert.equal(own, '');
    assert.match(client ?? '', outside);
    assert.match(sandbox ?? '', outside);
    assert.match(node ?? '', /Cannot find module/);
    assert.match(editor ?? '', /is not a module/);
  });

  it('is imported by nothing of the extension, and imports nothing but the public face of the language', () => {
    const imports = importsIn('src');
    const ends = imports.map((line) => line.split(' → ') as [string, string]);
    const [sandbox, permissions] = ['src/sandbox/', 'src/permissions/'];
    const strays = ends.filter(([from, to]) => {
      if (to.startsWith(sandbox)) return !from.startsWith(sandbox);
      if (from.startsWith(permissions)) return !to.startsWith(permissions);
      if (to.startsWith(permissions)) return to !== `${permissions}index.ts`;
      return from.startsWith(sandbox);
    });
    assert.deepEqual(strays, []);
    // It has looked: the sandbox uses the language.
    assert.ok(imports.includes('src/sandbox/keto/opl/routes.ts → src/permissions/index.ts'));
  });
});
