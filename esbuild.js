// Builds what the editor loads (dist/) and, with --tests, what the test runners load (out/).
// A small CommonJS entry for the host; all else is ESM, split into chunks: whatever is imported dynamically is read from
// disk on first use only.
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRequire, isBuiltin } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const flag = (name) => process.argv.includes(`--${name}`);

/** CommonJS libraries inside an ESM bundle still call `require` for Node's own modules. */
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/**
 * yaml-language-server is written so that modules that nobody uses can be left out, but does not say so: its formatter
 * alone is larger than all of us.
 * @type {import('esbuild').Plugin}
 */
const leanYaml = {
  name: 'lean-yaml',
  setup(build) {
    const within = /yaml-language-server[\\/]lib[\\/]esm/;
    build.onResolve({ filter: /./ }, async ({ path, importer, pluginData, ...rest }) => {
      const ours = path.startsWith('yaml-language-server/');
      if (pluginData === leanYaml || !(ours || within.test(importer))) return undefined;
      const from = { ...rest, importer, pluginData: leanYaml };
      const found = await build.resolve(
        ours ? `./node_modules/${path}` : path,
        ours ? { ...from, resolveDir: import.meta.dirname } : from,
      );
      // Node can't load what has no ending, so that it is bundled even where packages are not.
      if (found.external && !isBuiltin(path) && /^(@[^/]+\/)?[^/@]+\//.test(path)) {
        return { path: createRequire(importer).resolve(path) };
      }
      return within.test(found.path) ? { ...found, sideEffects: false } : found;
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  banner,
  mainFields: ['module', 'main'],
  sourcemap: flag('production') ? false : 'linked',
  minify: flag('production'),
  legalComments: 'none',
  logLevel: 'warning',
};

/** Each folder with a `main.ts` is a view: `dist/webviews/<folder>.js` and `.css`. */
function webviews() {
  const folders = readdirSync('src/webviews').filter((name) => existsSync(`src/webviews/${name}/main.ts`));
  return Object.fromEntries(folders.map((name) => [name, `src/webviews/${name}/main.ts`]));
}

/** @type {import('esbuild').BuildOptions[]} */
const product = [
  {
    ...common,
    format: 'cjs',
    splitting: false,
    banner: {},
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    external: ['./main.js', './localize.js', 'vscode'],
  },
  {
    ...common,
    entryPoints: {
      main: 'src/main.ts',
      localize: 'src/localize.ts',
      'yaml-worker': 'src/features/schemas/yaml/yaml-worker.ts',
      'check-worker': 'src/schemas/check/check-worker.ts',
      'work-worker': 'src/saving/work/work-worker.ts',
    },
    plugins: [leanYaml],
    outdir: 'dist',
    external: ['vscode'],
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
  },
  {
    ...common,
    entryPoints: { sandbox: 'src/sandbox/main.ts' },
    outdir: 'dist/sandbox',
    chunkNames: 'chunks/[name]-[hash]',
  },
  {
    ...common,
    // What views share is one chunk; a view's styles, the shared ones among them, lie beside it.
    platform: 'browser',
    target: 'chrome134',
    banner: {},
    entryPoints: { ...webviews(), codicon: 'node_modules/@vscode/codicons/dist/codicon.css' },
    outdir: 'dist/webviews',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: '[name]',
    loader: { '.ttf': 'file' },
  },
];

/**
 * Tools stay where they are: they find their neighbours by their own place, and tests must use the same ones.
 * @type {import('esbuild').Plugin}
 */
const toolsOutside = {
  name: 'tools-outside',
  setup(build) {
    build.onResolve({ filter: /\/tools\/.*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    }));
  },
};

const testFiles = (folder) =>
  readdirSync(join('test', folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('test', folder, file));

/** @returns {import('esbuild').BuildOptions[]} */
const tests = () => [
  {
    ...common,
    entryPoints: [...testFiles('unit'), ...testFiles('contract'), ...testFiles('e2e')],
    outbase: 'test',
    outdir: 'out/test',
    packages: 'external',
    plugins: [toolsOutside, leanYaml],
  },
  {
    ...common,
    // The host requires the tests' entry and mocha the files beside it: CommonJS, each a bundle of its own.
    format: 'cjs',
    splitting: false,
    banner: {},
    entryPoints: ['test/host/index.ts', ...testFiles('host')],
    outbase: 'test',
    outdir: 'out/test',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  },
  {
    ...common,
    entryPoints: readdirSync('bench')
      .filter((f) => f.endsWith('.bench.ts'))
      .map((f) => join('bench', f)),
    outdir: 'out/bench',
    packages: 'external',
    plugins: [toolsOutside],
  },
];

if (flag('watch')) {
  const contexts = await Promise.all(
    product.map((options) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await rm('dist', { recursive: true, force: true });
  await Promise.all(product.map((options) => esbuild.build(options)));
  if (flag('tests')) {
    await rm('out/test', { recursive: true, force: true });
    await Promise.all(tests().map((options) => esbuild.build(options)));
  }
}
