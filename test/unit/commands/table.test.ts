import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changes,
  contextWhen,
  offeredOnRow,
  paletteWhen,
} from '../../../src/editor/commands/availability.ts';
import { all, any, type Condition, holds, not, whenClause } from '../../../src/editor/commands/condition.ts';
import { contributions } from '../../../src/editor/commands/manifest.ts';
import { ROWS } from '../../../src/editor/commands/table.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: Record<string, unknown> & { viewsWelcome: { contents: string }[] };
};

/** The files of a folder, with their texts. */
const sources = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(file, 'utf8')]);

const ids = new Set<string>(ROWS.map(([name]) => `ory.${name}`));

describe('the table of commands', () => {
  it('is what the manifest says', () => {
    const made = JSON.parse(JSON.stringify(contributions())) as Record<string, unknown>;
    for (const [name, value] of Object.entries(made))
      assert.deepEqual(manifest.contributes[name], value, `${name}: run npm run docs`);
  });

  it('has every command that a row, a lens or a welcome text names', () => {
    const named = sources('src').flatMap(([file, text]) =>
      [...text.matchAll(/command: '(ory\.\w+)'/g)].map((found) => [file, found[1] ?? ''] as const),
    );
    assert.ok(named.length > 0);
    for (const [file, id] of named) assert.ok(ids.has(id), `${file} names ${id}`);
    for (const { contents } of manifest.contributes.viewsWelcome)
      for (const [, id = ''] of contents.matchAll(/command:(ory\.\w+)/g)) assert.ok(ids.has(id), id);
  });

  it('is called by name nowhere: features by typed functions, cores not at all', () => {
    for (const [file, text] of sources('src/features'))
      assert.ok(!/executeCommand\(\s*['"`]ory\./.test(text), `${file} runs a command by its id`);
    for (const folder of ['ory', 'kinds', 'saving', 'connections', 'flows', 'schemas'])
      for (const [file, text] of sources(`src/${folder}`))
        for (const id of ids) assert.ok(!text.includes(`'${id}'`), `${file} names ${id}`);
  });

  it('offers nothing that changes something in the menu of a row that can’t be changed', () => {
    for (const [name, command] of ROWS)
      for (const place of command.rows ?? []) {
        const when = whenClause(contextWhen(command, place)) ?? '';
        assert.equal(/writable|deletable/.test(when), changes(command), `${name}: ${when}`);
      }
  });

  it('offers nothing that changes something in the palette of a read-only connection', () => {
    const context = { 'ory.ready': true, 'ory.hasConnections': true, 'ory.readOnly': true };
    const services = ['kratos-public', 'kratos-admin', 'hydra-public', 'hydra-admin', 'console'];
    const full = {
      ...context,
      ...Object.fromEntries(services.map((one) => [`ory.hasService.${one}`, true])),
    };
    const offered = ROWS.filter(([, row]) => {
      const when = paletteWhen(row);
      return changes(row) && (when === undefined || holds(when, full));
    }).map(([name]) => name);
    assert.deepEqual(offered, []);
  });
});

describe('a condition', () => {
  const key: Condition = { key: 'a' };
  const is: Condition = { key: 'view', is: 'ory.keys' };
  const within: Condition = { key: 'resource', in: 'list' };

  it('is written as the editor reads it', () => {
    assert.equal(whenClause(all(key, any(is, not(key)))), 'a && (view == ory.keys || !a)');
    assert.equal(whenClause(not(within)), '!(resource in list)');
    assert.equal(whenClause(all()), undefined);
    assert.equal(whenClause({ key: 'viewItem', matches: '\\bkey\\b' }), 'viewItem =~ /\\bkey\\b/');
  });

  it('holds when the editor’s would', () => {
    assert.ok(holds(all(key, within), { a: true, resource: 'x', list: ['y', 'x'] }));
    assert.ok(!holds(within, { resource: 'x' }));
    assert.ok(!holds({ key: 'false' }, { false: true }));
    assert.deepEqual(offeredOnRow({ view: 'ory.keys', contextValue: 'id key' }), ['copyId']);
  });
});
