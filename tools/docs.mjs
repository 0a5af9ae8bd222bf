// Writes docs/operations.md from the catalogue, the manifest's commands and menus from the table of commands, the README's
// tables from the manifest, what schemas are made of from the published types and l10n/bundle.l10n.json from the texts of the
// source; with --check it fails when one is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import * as esbuild from 'esbuild';
import { texts } from './texts.mjs';
import { typesFile } from './types.mjs';

const target = 'docs/operations.md';

/** What a module of ours exports. */
async function load(entryPoint) {
  const built = await esbuild.build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'esm',
    platform: 'node',
    // The one for Node asks for `require`, which a module of data has not.
    alias: { '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js' },
    write: false,
  });
  const code = Buffer.from(built.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

const { CATALOGUE } = await load('src/ory/operations/index.ts');

const cell = (text) => text.replaceAll('|', '\\|');
const presence = ({ onlyOn, since }) =>
  onlyOn === 'network' ? 'Ory Network' : since ? `since ${since}` : '';
const rows = CATALOGUE.map(
  (operation) =>
    `| ${operation.id} | ${operation.method} | ${operation.path} | ${operation.service} | ${operation.effect} | ${operation.credential} | ${presence(operation)} | ${operation.formerId ?? ''} | ${cell(operation.summary)} |`,
).sort();
const former = CATALOGUE.filter(({ formerId }) => formerId).length;
const page = `<!-- Generated from src/ory/operations by \`npm run docs\`: change the catalogue, not this file. -->

# Operations

${rows.length} operations of Ory's API, as the catalogue declares them: ${former} of the 91 of API version 0.2.0-alpha.18, under
their names of today, and ${rows.length - former} that came since. An operation that stands here has a typed call, redaction of its
secrets, and retries where its effect allows them.

| id | method | path | service | effect | credential | where | in 0.2.0-alpha.18 | what it does |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;

const { contributions } = await load('src/editor/commands/manifest.ts');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
Object.assign(manifest.contributes, contributions());
const { commands, configuration, menus } = manifest.contributes;
const hidden = new Set(
  menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
);
const commandRows = commands
  .filter(({ command }) => !hidden.has(command))
  .map(({ command, category, title }) => `| ${category}: ${title} | \`${command}\` |`);
const settingRows = Object.entries(configuration.properties).map(
  ([name, { default: value, description, markdownDescription }]) =>
    `| \`${name}\` | ${markdownDescription ?? description} | \`${JSON.stringify(value)}\` |`,
);

/** A table between two marks of a page. */
const filled = (text, mark, head, lines) =>
  text.replace(
    new RegExp(`<!-- ${mark} -->[\\s\\S]*?<!-- /${mark} -->`),
    () => `<!-- ${mark} -->\n\n${head}\n${lines.join('\n')}\n\n<!-- /${mark} -->`,
  );
const readme = filled(
  filled(readFileSync('README.md', 'utf8'), 'commands', '| command | id |\n| --- | --- |', commandRows),
  'settings',
  '| setting | what it is | default |\n| --- | --- | --- |',
  settingRows,
);

for (const [file, text] of [
  [target, page],
  ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ['README.md', readme],
  ['src/schemas/generated/types.json', typesFile()],
  ['l10n/bundle.l10n.json', `${JSON.stringify(texts(), null, 2)}\n`],
]) {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is stale: run \`npm run docs\` and commit it.`);
    process.exitCode = 1;
  }
}
