// A new kind is a folder and its row: nothing else enumerates kinds.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { isKindId } from '../../../src/kinds/kinds-of-documents.ts';
import { kindOfListing, listingsUnder } from '../../../src/kinds/listings-of.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';

const NO_SCHEMAS = { ids: [], complete: true, addressesOf: () => [] };

const ids = Object.keys(KINDS).join('|');

/** Where kinds are declared, and what speaks of something else by the same names. */
const ELSEWHERE = /^(sandbox|kinds|webviews|ory|schemas[\\/](words|config|generated)|connections[\\/]probe)/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !ELSEWHERE.test(name))
  .map((name) => [name, readFileSync(join('src', name), 'utf8')] as const);

describe('a kind', () => {
  it('is named by no switch, and no table, outside of its folder', () => {
    const cases = new RegExp(`case '(${ids})':`, 'g');
    const found = sources.filter(
      ([, text]) =>
        text.includes('Record<KindId') || new Set([...text.matchAll(cases)].map(([, id]) => id)).size > 1,
    );
    assert.deepEqual(
      found.map(([name]) => name),
      [],
    );
  });

  it('has the id of its row, in every place that tells kinds', () => {
    for (const [id, kind] of Object.entries(KINDS)) {
      assert.equal(kind.id, id);
      assert.ok(isKindId(id));
    }
  });

  it('stands in the tree: in a list, or in what it is a part of', () => {
    for (const kind of Object.values(KINDS)) {
      assert.ok(kind.listings.length > 0 || 'parentOf' in kind, kind.id);
      for (const list of kind.listings) {
        assert.equal(kindOfListing(list), kind.id);
        if (isKindId(list.under)) assert.ok(listingsUnder(list.under).includes(list));
        assert.ok(list.empty({ of: 'x', name: 'x' }, undefined));
      }
    }
  });

  it('has the schema that it names', () => {
    for (const kind of Object.values(KINDS)) {
      const { id } = kind;
      if (!kind.schema) continue;
      for (const isNew of [false, 'creating' in kind]) {
        assert.ok(schemaOf({ of: 'document', connection: 'c', kind: id, isNew }, NO_SCHEMAS)?.title, id);
      }
    }
  });
});
