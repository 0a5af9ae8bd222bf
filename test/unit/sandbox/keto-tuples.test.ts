import assert from 'node:assert/strict';
import { Keto, tuple, type Tuple } from './keto-fixture.ts';

interface Page {
  readonly relation_tuples: readonly Tuple[];
  readonly next_page_token: string;
}

const TUPLES = '/admin/relation-tuples';
const OPL = `
class User implements Namespace {}
class Group implements Namespace { related: { members: (User | SubjectSet<Group, "members">)[] } }
class Doc implements Namespace { related: { viewers: (User | SubjectSet<Group, "members">)[] } }`;

describe('sandbox: Keto, relationships', () => {
  let keto: Keto;
  beforeEach(async () => {
    keto = await Keto.start(OPL);
  });
  afterEach(() => keto.close());

  const list = async (query = '') => (await keto.read<Page>(`/relation-tuples${query}`)).relation_tuples;

  it('creates one, says where it is, and finds it there', async () => {
    const wanted = tuple('Doc:a b#viewers@(Group:dev#members)');
    const made = await keto.write('PUT', TUPLES, wanted);
    assert.equal(made.status, 201);
    assert.deepEqual(await made.json(), wanted);
    const location = made.headers.get('location') ?? '';
    assert.match(
      location,
      /^\/relation-tuples\?namespace=Doc&object=a\+b&relation=viewers&subject_set\.namespace=Group/,
    );
    await keto.add('Doc:a b#viewers@ann');
    assert.deepEqual(await list(location.slice('/relation-tuples'.length)), [wanted]);
  });

  it('filters by any part, over all namespaces', async () => {
    await keto.add('Doc:a#viewers@ann', 'Group:dev#members@ann', 'Doc:b#viewers@(Group:dev#members)');
    assert.equal((await list('?subject_id=ann')).length, 2);
    assert.equal((await list('?namespace=Doc')).length, 2);
    assert.deepEqual(await list('?relation=members'), [tuple('Group:dev#members@ann')]);
    const set = 'subject_set.namespace=Group&subject_set.object=dev&subject_set.relation=members';
    assert.deepEqual(await list(`?${set}`), [tuple('Doc:b#viewers@(Group:dev#members)')]);
  });

  it('pages through a list, the last page with an empty token', async () => {
    await keto.add(...Array.from({ length: 120 }, (_, at) => `Group:all#members@user${at}`));
    const first = await keto.read<Page>('/relation-tuples');
    assert.equal(first.relation_tuples.length, 100);
    // What changes in between moves nobody to another page.
    await keto.write('DELETE', `${TUPLES}?namespace=Group&subject_id=user0`);
    const second = await keto.read<Page>(`/relation-tuples?page_token=${first.next_page_token}`);
    assert.equal(second.relation_tuples.length, 20);
    assert.equal(second.next_page_token, '');
    const users = [...first.relation_tuples, ...second.relation_tuples].map((one) => one.subject_id);
    assert.equal(new Set(users).size, 120);
    for (const query of ['page_token=nonsense', 'page_size=many']) {
      assert.equal((await keto.get(`/relation-tuples?${query}`)).status, 400);
    }
  });

  it('keeps the same one twice, and deletes both', async () => {
    await keto.add('Doc:a#viewers@ann', 'Doc:a#viewers@ann', 'Doc:a#viewers@bob');
    assert.equal((await list()).length, 3);
    assert.equal((await keto.write('DELETE', `${TUPLES}?namespace=Doc&subject_id=ann`)).status, 204);
    assert.deepEqual(await list(), [tuple('Doc:a#viewers@bob')]);
  });

  it('patches all or nothing, insertions first', async () => {
    await keto.add('Doc:a#viewers@ann');
    const patch = (...deltas: readonly (readonly [string, Tuple])[]) =>
      keto.write(
        'PATCH',
        TUPLES,
        deltas.map(([action, relation_tuple]) => ({ action, relation_tuple })),
      );
    const bob = tuple('Doc:a#viewers@bob');
    const refused = await patch(
      ['insert', bob],
      ['delete', tuple('Doc:a#viewers@ann')],
      ['insert', tuple('Planet:x#viewers@ann')],
    );
    assert.equal(refused.status, 404);
    assert.deepEqual(await list(), [tuple('Doc:a#viewers@ann')]);
    assert.equal((await patch(['delete', bob], ['insert', bob])).status, 204);
    assert.deepEqual(await list(), [tuple('Doc:a#viewers@ann')]);
    assert.equal((await patch(['replace', bob])).status, 400);
  });

  it('deletes nothing by a query that it does not understand', async () => {
    await keto.add('Doc:a#viewers@ann');
    for (const query of [
      '',
      '?object=a',
      '?namespace=Doc&colour=red',
      '?namespace=Doc&subject_set.object=a',
    ]) {
      assert.equal((await keto.write('DELETE', TUPLES + query)).status, 400, query);
    }
    assert.equal((await keto.write('DELETE', `${TUPLES}?namespace=Planet`)).status, 404);
    assert.equal((await list()).length, 1);
  });

  it('says what is wrong with a relationship', async () => {
    const refused = async (body: unknown) => {
      const answer = await keto.write('PUT', TUPLES, body);
      const { error } = (await answer.json()) as {
        error: { code: number; message: string; reason?: string };
      };
      assert.equal(error.code, answer.status);
      return [answer.status, error.reason ?? error.message];
    };
    assert.deepEqual(await refused('{"namespace":'), [400, 'unexpected EOF']);
    assert.match(String((await refused({ ...tuple('Doc:a#viewers@b'), object: 7 }))[1]), /number .*object/);
    assert.match(String((await refused({ namespace: 'Doc', object: 'a', relation: 'b' }))[1]), /subject/);
    assert.deepEqual(await refused(tuple('Planet:a#b@c')), [404, 'Unknown namespace with name "Planet".']);
    assert.equal((await refused(tuple('Doc:a#b@(Planet:c#d)')))[0], 404);
  });

  it('answers a path of the other port, or another method, in plain text', async () => {
    const lost = await keto.write('GET', '/relation-tuples');
    assert.deepEqual([lost.status, await lost.text()], [404, '404 page not found\n']);
    const wrong = await keto.write('GET', TUPLES);
    assert.equal(wrong.status, 405);
    assert.equal(wrong.headers.get('allow'), 'DELETE, PATCH, PUT');
  });
});
