import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { rangeOf } from '../../../src/schemas/config/table.ts';
import { everyPlace, type Reached, scalarFor, type Server, SERVERS, tableOf } from './config-places.ts';
import { Marks } from './marks.ts';

const marks = new Marks();
const UNKNOWN = 'ory_has_no_such_member';
const CURSOR = 'here_is_the_cursor';
const text = (value: unknown): string => stringify(value, { lineWidth: 0 });
const types = ({ member }: Reached): readonly string[] =>
  typeof member.type === 'string' ? [member.type] : (member.type ?? []);
const isObject = (place: Reached): boolean => types(place).includes('object');

/** What is offered where the cursor stands in a configuration. */
async function offered(server: Server, value: unknown): Promise<string[]> {
  const lines = text(value).split('\n');
  const line = lines.findIndex((one) => one.includes(CURSOR));
  const before = (lines[line] ?? '').replace(new RegExp(`${CURSOR}.*`), '');
  lines[line] = before;
  return marks.offeredInFile(server, lines.join('\n'), { line, character: before.length });
}

for (const server of SERVERS) {
  describe(`configuration of ${server}`, function () {
    this.timeout(120_000);
    const places = everyPlace(server);

    it('is known in full: every member that any version takes says what it is', async () => {
      assert.ok(places.length > 80);
      const silent: string[] = [];
      for (const { path, holding, member } of places) {
        if (!/[\w$-]$/.test(path)) continue;
        const said = await marks.hoverInFile(server, text(holding(scalarFor(member))), path);
        if (!/\w{2}/.test(said)) silent.push(path);
      }
      assert.deepEqual(silent, []);
    });

    it('has a warning on each member that no version takes, and none where one might', async () => {
      for (const place of places.filter(isObject)) {
        const { path, member, holding, beside } = place;
        const found = await marks.inFile(server, text(holding({ ...beside, [UNKNOWN]: 1 })));
        const marked = found.filter((mark) => mark.includes(`${UNKNOWN} is not allowed`));
        assert.equal(marked.length, member.closed ? 1 : 0, `${path}: ${found.join('; ')}`);
      }
    });

    it('is completed by what the table has, and by nothing else', async () => {
      for (const { path, below, holding, beside } of places.filter(isObject)) {
        const found = await offered(server, holding({ ...beside, [CURSOR]: null }));
        const stray = found.filter((label) => !below.includes(label) && !SNIPPETS.has(label));
        assert.deepEqual(stray, [], path);
      }
    });

    it('offers the hooks of the very flow, and no other values than servers take', async () => {
      for (const place of places) {
        const { member, holding, path } = place;
        const kinds = /^(.*)\(\w+\)$/.exec(path);
        if (kinds) {
          const by = place.below[0] ?? '';
          const all = places.filter(({ path: other }) => other.startsWith(`${kinds[1] ?? ''}(`));
          const values = all.map(({ beside }) => String(beside[by]));
          const found = await offered(server, holding({ [by]: CURSOR }));
          assert.deepEqual(
            found.filter((label) => !values.includes(label)),
            [],
            path,
          );
          assert.ok(
            values.every((value) => found.includes(value)),
            path,
          );
        } else if (member.values) {
          const found = await offered(server, holding(CURSOR));
          const values = member.values.map(String);
          assert.deepEqual(
            found.filter((label) => !values.includes(label)),
            [],
            path,
          );
        }
      }
    });

    it('marks no value that a version takes, nor one that is filled in later', async () => {
      for (const { path, member, holding, beside } of places) {
        const whole = types({ member } as Reached)[0] === 'object' ? beside : scalarFor(member);
        const values = [whole, ...(member.values ?? []), '${FROM_THE_ENVIRONMENT}', '{{ .Values.a }}'];
        for (const value of member.type || member.values ? values : []) {
          assert.deepEqual(await marks.inFile(server, text(holding(value))), [], `${path}: ${String(value)}`);
        }
        for (const limit of [member.min, member.max]) {
          if (limit === undefined) continue;
          assert.deepEqual(await marks.inFile(server, text(holding(limit))), [], `${path}: ${limit}`);
        }
      }
    });

    it('marks values of the wrong type where every version knows better', async () => {
      for (const place of places) {
        const { path, member, holding } = place;
        if (member.loose || !member.type) continue;
        const wrong = types(place).includes('boolean') ? 1 : true;
        assert.notDeepEqual(await marks.inFile(server, text(holding(wrong))), [], `${path}: ${wrong}`);
      }
    });

    it('names only versions that there are, the older ones first', () => {
      const { versions, members, parts } = tableOf(server);
      const all = [members, ...Object.values(parts)].flatMap((some) => Object.entries(some));
      for (const [path, { since, until, kinds = {} }] of all) {
        for (const range of [{ since, until }, ...Object.values(kinds)]) {
          const [from, to] = [range.since ?? versions[0] ?? '', range.until ?? versions.at(-1) ?? ''];
          assert.ok(versions.includes(from) && versions.includes(to), path);
          assert.ok(versions.indexOf(from) <= versions.indexOf(to), path);
        }
      }
      assert.equal(rangeOf({ since: '1.1', until: '1.2' }, versions), ' From v1.1 up to v1.2.');
    });
  });
}

/** What completion offers for several members at once. */
const SNIPPETS = new Set(['schema', 'provider', 'location', 'url and key', 'url']);
