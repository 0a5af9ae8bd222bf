import assert from 'node:assert/strict';
import { Keto, tuple } from './keto-fixture.ts';

const OPL = `
class User implements Namespace {}
class Group implements Namespace { related: { members: (User | SubjectSet<Group, "members">)[] } }
class Folder implements Namespace {
  related: { parents: Folder[] owners: User[] }
  permits = {
    edit: (ctx: Context): boolean =>
      this.related.owners.includes(ctx.subject) ||
      this.related.parents.traverse((p) => p.permits.edit(ctx)),
  }
}
class Doc implements Namespace {
  related: {
    parents: Folder[]
    owners: (User | SubjectSet<Group, "members">)[]
    blocked: User[]
    signed: User[]
  }
  permits = {
    edit: (ctx: Context): boolean =>
      this.related.owners.includes(ctx.subject) || this.related.parents.traverse((p) => p.permits.edit(ctx)),
    share: (ctx: Context): boolean => this.permits.edit(ctx) && !this.related.blocked.includes(ctx.subject),
    sign: (ctx: Context): boolean =>
      this.related.owners.includes(ctx.subject) || this.related.signed.includes(ctx.subject) &&
      !this.related.blocked.includes(ctx.subject),
    a: (ctx: Context): boolean => this.permits.b(ctx) && this.permits.b(ctx),
    b: (ctx: Context): boolean => this.permits.a(ctx) && this.permits.a(ctx),
  }
}`;

describe('sandbox: Keto, checks and expansion', () => {
  let keto: Keto;
  before(async () => {
    keto = await Keto.start(OPL);
    await keto.add(
      'Group:all#members@(Group:dev#members)',
      'Group:dev#members@dan',
      'Doc:spec#owners@(Group:all#members)',
      'Doc:spec#owners@eve',
      'Doc:spec#blocked@eve',
      'Doc:spec#parents@(Folder:sub#)',
      'Folder:sub#parents@(Folder:top#)',
      'Folder:top#owners@ida',
      'Group:g1#members@(Group:g2#members)',
      'Group:g2#members@(Group:g1#members)',
      'Group:g2#members@bob',
    );
  });
  after(() => keto.close());

  it('allows what is stored, through groups in groups and folders in folders', async () => {
    assert.equal(await keto.allows('Doc:spec#owners@eve'), true);
    assert.equal(await keto.allows('Doc:spec#edit@dan'), true);
    assert.equal(await keto.allows('Doc:spec#edit@(Group:dev#members)'), true);
    assert.equal(await keto.allows('Doc:spec#edit@ida'), true);
    assert.equal(await keto.allows('Doc:spec#edit@nobody'), false);
  });

  it('evaluates && and !, and takes operators from left to right', async () => {
    assert.equal(await keto.allows('Doc:spec#share@dan'), true);
    assert.equal(await keto.allows('Doc:spec#share@eve'), false);
    // owners || signed && !blocked: eve is an owner, but blocked.
    assert.equal(await keto.allows('Doc:spec#sign@eve'), false);
  });

  it('looks no deeper than it may, and comes out of a circle', async () => {
    assert.equal(await keto.allows('Doc:spec#edit@dan', 2), false);
    assert.equal(await keto.allows('Doc:spec#edit@dan', 3), true);
    assert.equal(await keto.allows('Group:g1#members@bob'), true);
    assert.equal(await keto.allows('Group:g1#members@stranger'), false);
    const endless = await keto.ask('/relation-tuples/check', tuple('Doc:spec#a@ann'));
    assert.equal(endless.status, 422);
    assert.equal((await keto.get('/relation-tuples/check?max-depth=deep')).status, 400);
  });

  it('denies in unknown namespaces, and refuses unknown relations', async () => {
    assert.equal(await keto.allows('Planet:x#view@ann'), false);
    assert.equal((await keto.ask('/relation-tuples/check', tuple('Doc:spec#print@ann'))).status, 400);
  });

  it('checks several at once, each with its own trouble', async () => {
    const tuples = ['Doc:spec#edit@ida', 'Doc:spec#print@ida', 'Planet:x#y@z'].map(tuple);
    const answer = await keto.ask('/relation-tuples/batch/check', { tuples });
    const { results } = (await answer.json()) as { results: { allowed: boolean; error?: string }[] };
    assert.deepEqual(
      results.map(({ allowed, error }) => [allowed, error !== undefined]),
      [
        [true, false],
        [false, true],
        [false, true],
      ],
    );
    const many = { tuples: Array.from({ length: 11 }, () => tuples[0]) };
    assert.equal((await keto.ask('/relation-tuples/batch/check', many)).status, 400);
  });

  it('expands groups to the depth asked for, and no permissions', async () => {
    interface Node {
      readonly type: string;
      readonly children?: readonly Node[];
      readonly tuple: { readonly subject_id?: string; readonly subject_set?: { readonly object: string } };
    }
    const expand = (relation: string, object = 'spec', depth = 0) =>
      keto.read<Node>(
        `/relation-tuples/expand?namespace=Doc&object=${object}&relation=${relation}&max-depth=${depth}`,
      );
    const leaves = ({ children, tuple: { subject_id, subject_set } }: Node): readonly string[] =>
      children?.flatMap(leaves) ?? [subject_id ?? `#${subject_set?.object ?? ''}`];
    assert.deepEqual(leaves(await expand('owners')), ['dan', 'eve']);
    assert.deepEqual(leaves(await expand('owners', 'spec', 2)), ['#all', 'eve']);
    assert.deepEqual(leaves(await expand('edit')), ['#spec']);
    // A name that was never written comes back empty.
    assert.deepEqual(leaves(await expand('owners', 'void')), ['#']);
    const circle = await keto.read<Node>(
      '/relation-tuples/expand?namespace=Group&object=g1&relation=members',
    );
    assert.deepEqual(leaves(circle), ['#g1', 'bob']);
  });
});
