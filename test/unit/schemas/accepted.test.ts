import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segmentsOf } from '../../../src/ory/json/pointer.ts';
import { toJson } from '../../../src/ory/json/tree.ts';
import { maskJson } from '../../../src/ory/secrets/mask.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import type { JsonSchema } from '../../../src/schemas/json-schema.ts';
import { schemaOf } from '../../../src/schemas/schema-of.ts';
import { Marks } from './marks.ts';

/**
 * What servers of both ages did with single odd values: in `accepted/<kind>-<new|changed>.json`, by the places that were
 * changed in `base`. `unreadable` was accepted, and the resource could not be read any more. `{{342}}` stands for so many
 * letters of base64url.
 */
interface Table {
  readonly base: unknown;
  readonly cases: Readonly<Record<string, Readonly<Record<Answer, readonly string[] | undefined>>>>;
}
type Answer = 'both' | 'newest' | 'older' | 'unreadable' | 'neither';

interface Case {
  readonly words: string;
  readonly accepted: boolean;
  readonly refused: boolean;
  readonly document: unknown;
}

const FOLDER = 'test/unit/schemas/accepted';

/** An issuer's private key is never sent, although servers take it: it would be stored where it does not belong. */
const isGuarded = (kind: string, words: string): boolean => kind === 'issuers' && /\/jwk=.*"d":/.test(words);

const schema = (traits: object) => ({ type: 'object', properties: { traits } });
const email = { type: 'string', format: 'email', minLength: 3 };
const text = { type: 'string' };
const SCHEMAS = {
  default: schema({
    type: 'object',
    properties: { email, name: { type: 'object', properties: { first: text, last: text } } },
    required: ['email'],
    additionalProperties: false,
  }),
  customer: schema({
    type: 'object',
    properties: {
      email,
      username: { type: 'string', pattern: '^[a-z0-9_]{3,32}$' },
      tier: { type: 'string', enum: ['free', 'pro', 'enterprise'] },
      age: { type: 'integer', minimum: 0 },
    },
    required: ['email'],
    additionalProperties: false,
  }),
};

function parsed(json: string): unknown {
  const whole = json
    .replace(/\{\{(\d+)\}\}/g, (_, length: string) => 'A'.repeat(Number(length)))
    .replaceAll('{{unique}}', 'ada@example.com')
    .replaceAll('{{rand}}', 'r4nd');
  return JSON.parse(whole) as unknown;
}

function put(root: unknown, pointer: string, value: string): void {
  const path = segmentsOf(pointer);
  const last = path.pop() ?? '';
  const parent = path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], root);
  if (value !== 'absent') (parent as Record<string, unknown>)[last] = parsed(value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent as object, last);
}

function* casesOf({ base, cases }: Table): Generator<Case> {
  for (const [at, answers] of Object.entries(cases)) {
    for (const [answer, values] of Object.entries(answers)) {
      for (const value of values ?? []) {
        const document = parsed(JSON.stringify(base));
        const places = at.split(' ');
        const each = places.length === 1 ? [value] : value.split(' & ');
        places.forEach((place, index) => put(document, place, each[index] ?? ''));
        const words = places.map((place, index) => `${place}=${each[index]}`).join(' ');
        const refused = answer === 'neither';
        yield { words, document, refused, accepted: !refused && answer !== 'unreadable' };
      }
    }
  }
}

/** Everything that we say in a validator's place. */
function wordsOf(part: unknown, found = new Set<string>()): Set<string> {
  if (typeof part !== 'object' || part === null) return found;
  const { errorMessage } = part as JsonSchema;
  if (typeof errorMessage === 'string') found.add(errorMessage);
  for (const each of Object.values(part)) wordsOf(each, found);
  return found;
}

describe('what servers accept', function () {
  this.timeout(300_000);
  const marks = new Marks(SCHEMAS);
  const files = readdirSync(FOLDER)
    .filter((file) => file.includes('-'))
    .map((file) => {
      const [kind, when] = file.replace('.json', '').split('-') as [KindId, 'new' | 'changed'];
      return { kind, when, tables: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as readonly Table[] };
    });

  for (const { kind, when, tables } of files) {
    const all = tables.flatMap((table) => [...casesOf(table)].map((one) => ({ ...one, base: table.base })));
    const masked = (document: unknown) =>
      when === 'new' ? toJson(document) : maskJson(toJson(document), KINDS[kind].secrets);
    const stopped = ({ document, base }: { document: unknown; base: unknown }) =>
      marks.refused(
        kind,
        masked(document),
        when === 'new' ? undefined : masked(parsed(JSON.stringify(base))),
      );

    it(`is never refused before a save: ${kind}, ${when}`, async () => {
      const wrong: string[] = [];
      let count = 0;
      for (const one of all) {
        if (!one.accepted || isGuarded(kind, one.words)) continue;
        count++;
        const refused = await stopped(one);
        if (refused.length > 0) wrong.push(`${one.words}: ${refused.join(' ')}`);
      }
      assert.ok(count > 50, `${count} are tried`);
      assert.deepEqual(wrong, []);
    });

    it(`is marked by advice alone: ${kind}, ${when}`, async () => {
      const live = { ids: Object.keys(SCHEMAS), complete: true, addressesOf: () => [] };
      const made = schemaOf({ of: 'document', connection: 'c', kind, isNew: when === 'new' }, live);
      const ours = [...wordsOf(made)];
      const wrong: string[] = [];
      for (const { accepted, words, document } of all) {
        if (!accepted || isGuarded(kind, words)) continue;
        const seen = await marks.inEditor(kind, masked(document), when === 'new');
        wrong.push(
          ...seen.filter((mark) => !ours.some((own) => mark.includes(own))).map((mark) => `${words} ${mark}`),
        );
      }
      assert.deepEqual(wrong, []);
    });

    it(`is told from what no server accepts, most of which is found: ${kind}, ${when}`, async () => {
      const refused = all.filter((one) => one.refused);
      let found = 0;
      for (const one of refused) if ((await stopped(one)).length > 0) found++;
      assert.ok(found / refused.length > 0.5, `${found} of ${refused.length} are found`);
    });
  }
});
