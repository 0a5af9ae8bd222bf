// Writes docs/operations.md from the catalogue; with --check it fails when the file is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import * as esbuild from 'esbuild';

const target = 'docs/operations.md';

const built = await esbuild.build({
  entryPoints: ['src/ory/operations/index.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(built.outputFiles[0].contents).toString('base64');
const { CATALOGUE } = await import(`data:text/javascript;base64,${code}`);

const rows = CATALOGUE.map(
  (operation) =>
    `| ${operation.id} | ${operation.method} | ${operation.path} | ${operation.service} | ${operation.effect} |`,
).sort();
const page = `<!-- Generated from src/ory/operations by \`npm run docs\`: change the catalogue, not this file. -->

# Operations

${rows.length} operations of Ory's API, as the catalogue declares them. An operation that stands here has a typed call,
redaction of its secrets, and retries where its effect allows them.

| id | method | path | service | effect |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(target, page);
else if (!existsSync(target) || readFileSync(target, 'utf8') !== page) {
  console.error(`${target} is stale: run \`npm run docs\` and commit it.`);
  process.exitCode = 1;
}
