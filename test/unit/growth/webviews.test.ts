import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// A browser tries a field's pattern at every key stroke, in a view that nobody can stop: what a server gives as one is
// compared and never run.
describe('patterns of servers', () => {
  const folder = join('src', 'webviews');
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));

  it('are given to no field of a webview, and are no part of a model', () => {
    assert.ok(files.length > 20);
    const found = files.filter((name) =>
      /\bpattern\b|\bRegExp\(/.test(readFileSync(join(folder, name), 'utf8')),
    );
    assert.deepEqual(found, []);
  });
});
