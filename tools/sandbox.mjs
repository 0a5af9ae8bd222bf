// Runs the sandbox from a clone: `npm run --silent sandbox -- --kratos-admin 0`. Whatever has to be installed or built
// first speaks on stderr, so that stdout holds the sandbox's one line and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entry = join(root, 'dist', 'sandbox', 'sandbox.js');
/** What it is built from: see the `include` of its tsconfig.json. */
const sources = ['sandbox', 'permissions'].map((folder) => join(root, 'src', folder));

/** Installs the dependencies when they are missing, as every command does; leaves the process when that fails. */
function install() {
  const setUp = "import('./tools/lib/setup.mjs').then(({ setUpModules }) => setUpModules())";
  const { status } = spawnSync(process.execPath, ['-e', setUp], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write('sandbox: the modules could not be installed; what went wrong is above\n');
    process.exit(1);
  }
}

/** True when the built file is younger than every source file. */
function isFresh() {
  if (!existsSync(entry)) return false;
  const built = statSync(entry).mtimeMs;
  return sources
    .flatMap((source) => readdirSync(source, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .every((file) => statSync(join(file.parentPath ?? file.path, file.name)).mtimeMs < built);
}

/**
 * Builds the sandbox alone, as esbuild.js does for the product. Files are renamed into place: another start at the same
 * time never reads half of one.
 */
async function build() {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    write: false,
    absWorkingDir: root,
    entryPoints: { sandbox: 'src/sandbox/main.ts' },
    outdir: 'dist/sandbox',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
  mkdirSync(dirname(entry), { recursive: true });
  // The map first: the entry's time says that the build is done.
  for (const { path, contents } of outputFiles.sort((a, b) => b.path.length - a.path.length)) {
    writeFileSync(`${path}.${process.pid}.tmp`, contents);
    renameSync(`${path}.${process.pid}.tmp`, path);
  }
}

if (!isFresh()) {
  install();
  try {
    await build();
  } catch {
    // esbuild has said what is wrong.
    process.stderr.write('sandbox: the build failed\n');
    process.exit(1);
  }
}
// In this process: a signal to it reaches the sandbox, and its exit code is the sandbox's.
await import(pathToFileURL(entry).href);
