// Whoever in src/features calls what destroys asks first: the file that does it comes by the gate.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';

const root = resolve('src/features');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(root, name));

/** What a file imports: names, and where from. */
function importsOf(file: string): readonly { readonly names: readonly string[]; readonly from: string }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']*)';$/gm)].map(
    ([, names = '', from = '']) => ({
      names: names.split(',').map((name) => name.trim()),
      from: resolve(dirname(file), from),
    }),
  );
}

const gate = resolve('src/editor/door/gate.ts');

/** Whether a file, or one that it imports from features or the editor, asks at the gate. */
function asks(file: string, depth = 3): boolean {
  const imports = importsOf(file);
  if (imports.some(({ from }) => from === gate)) return true;
  return (
    depth > 0 && imports.some(({ from }) => /src\/(features|editor)\//.test(from) && asks(from, depth - 1))
  );
}

describe('what destroys', () => {
  const destroying = new Set(CATALOGUE.filter(({ effect }) => effect === 'destroy').map(({ id }) => id));

  it('is called from features only by what comes by the gate', () => {
    const calling = files.filter((file) =>
      importsOf(file).some(({ names }) => names.some((name) => destroying.has(name))),
    );
    assert.ok(calling.length > 5, 'they are found');
    assert.deepEqual(
      // The extension's own key is asked about where it is made and forgotten.
      calling
        .filter((file) => !asks(file) && !readFileSync(file, 'utf8').includes('write: { own: true }'))
        .map((file) => file.slice(root.length + 1)),
      [],
    );
  });
});
