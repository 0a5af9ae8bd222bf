import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { toJson } from '../../src/ory/json/tree.ts';
import type { KindId } from '../../src/kinds/kind.ts';
import type { FileKind } from '../../src/schemas/addresses.ts';
import { Marks } from '../unit/schemas/marks.ts';

/**
 * Nothing that a real server gave is marked in its document, and nothing in the files that it was started with. The
 * folder with the recordings is named by ORY_CONTRACT.
 */
const folder = process.env.ORY_CONTRACT ?? '';

interface Step {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly recorded?: Record<string, { readonly status: number; readonly body?: unknown }>;
}

/** Answers that hold resources as their documents show them. */
const ANSWERS: readonly (readonly [method: string, path: RegExp, kind: KindId])[] = [
  ['GET', /^\/admin\/identities\/[^/?]+(\?.*)?$/, 'identities'],
  ['GET', /^\/admin\/identities(\?.*)?$/, 'identities'],
  ['GET', /^\/admin\/sessions/, 'sessions'],
  ['GET', /^\/schemas\/[^/?]+$/, 'schemas'],
  ['GET', /^\/admin\/clients\/[^/?]+$/, 'clients'],
  ['GET', /^\/admin\/clients(\?.*)?$/, 'clients'],
  ['GET', /^\/admin\/keys\/[^/?]+$/, 'keys'],
  ['GET', /^\/admin\/trust\/grants\/jwt-bearer\/issuers/, 'issuers'],
];

/** Advice that is right: servers keep such clients, and refuse their flows. */
const RIGHT = 'The response types token and id_token need the grant implicit.';

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

describe('documents of recorded answers', function () {
  this.timeout(300_000);
  const marks = () =>
    new Marks({
      default: json('servers', 'default.schema.json'),
      customer: json('servers', 'customer.schema.json'),
    });

  for (const label of ['kratos-head', 'kratos-011', 'hydra-head', 'hydra-20']) {
    it(`have no marks (${label})`, async () => {
      const service = label.split('-')[0] ?? '';
      const checker = marks();
      const seen = new Set<string>();
      const found: string[] = [];
      for (const file of readdirSync(join(folder, service))) {
        const { steps } = json(service, file) as { steps: Step[] };
        for (const { id, method, path, recorded } of steps) {
          const answer = recorded?.[label];
          const kind = ANSWERS.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
          if (!kind || answer?.status !== 200 || answer.body === undefined) continue;
          for (const one of Array.isArray(answer.body) ? answer.body : [answer.body]) {
            const text = JSON.stringify(one);
            if (seen.has(text)) continue;
            seen.add(text);
            const all = await checker.inDocument(kind, toJson(one));
            found.push(...all.map((mark) => `${file} ${id}: ${mark}`));
          }
        }
      }
      assert.ok(seen.size > 15, `only ${seen.size} answers were looked at`);
      assert.deepEqual(
        found.filter((mark) => !mark.endsWith(RIGHT)),
        [],
      );
    });
  }

  it('nor have the files that the servers were started with', async () => {
    for (const name of readdirSync(join(folder, 'servers')).filter((file) => file.endsWith('.yml'))) {
      const text = readFileSync(join(folder, 'servers', name), 'utf8');
      const file = /^[a-z]+/.exec(name)?.[0] as FileKind;
      assert.deepEqual(await marks().inFile(file, text), [], name);
    }
  });
});
