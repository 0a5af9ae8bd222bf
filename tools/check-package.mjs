// Looks into ory-explorer.vsix: as small as promised, and nothing in it that users do not need.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listZip } from './lib/zip.mjs';
import { root } from './lib/run.mjs';

/** A megabyte was enough before YAML's language service, OAuth 2.0 and the webviews came; what grows past this needs a reason. */
const LIMIT = 1.5 * 1024 * 1024;

/** Whatever is not on this list does not ship. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/package\.nls(\.[\w-]+)?\.json$/,
  /^extension\/l10n\/[\w.-]+\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/LICENSE(\.txt)?$/,
  /^extension\/media\/[\w./-]+\.(svg|png|json|md)$/,
  /^extension\/dist\/[\w./-]+\.(c?js|css|ttf|html)$/,
];
const NEEDED = [
  'extension/package.json',
  'extension/dist/extension.cjs',
  'extension/dist/main.js',
  'extension/dist/check-worker.js',
  'extension/dist/work-worker.js',
  'extension/dist/yaml-worker.js',
  'extension/dist/sandbox/sandbox.js',
];

const vsix = join(root, 'ory-explorer.vsix');
const files = listZip(vsix).map((entry) => entry.name);
const bytes = statSync(vsix).size;
const faults = [
  ...files
    .filter((name) => !ALLOWED.some((pattern) => pattern.test(name)))
    .map((name) => `${name} must not ship`),
  ...NEEDED.filter((name) => !files.includes(name)).map((name) => `${name} is missing`),
  ...(bytes > LIMIT ? [`${bytes} bytes, ${LIMIT} allowed`] : []),
];
for (const fault of faults) console.error(`ory-explorer.vsix: ${fault}`);
console.log(`ory-explorer.vsix: ${files.length} files, ${(bytes / 1024).toFixed(0)} KiB of ${LIMIT / 1024}`);
process.exitCode = faults.length > 0 ? 1 : 0;
