import assert from 'node:assert/strict';
import { Keto } from './keto-fixture.ts';

interface Place {
  readonly Line: number;
  readonly column: number;
}

describe('sandbox: Keto, syntax of the permission language', () => {
  let keto: Keto;
  before(async () => {
    keto = await Keto.start('');
  });
  after(() => keto.close());

  /** Each problem as `line:column-line:column message`. */
  const problems = async (source: string): Promise<readonly string[]> => {
    const answer = await keto.syntax(source);
    assert.equal(answer.status, 200);
    const { errors = [] } = (await answer.json()) as {
      errors?: readonly { message: string; start: Place; end: Place }[];
    };
    return errors.map(
      ({ message, start, end }) => `${start.Line}:${start.column}-${end.Line}:${end.column} ${message}`,
    );
  };
  const permission = (expression: string) =>
    `class A implements Namespace {
  related: { x: A[] y: (A | SubjectSet<A, "x">)[] }
  permits = { p: (ctx) => ${expression}, q: (ctx) => this.permits.p(ctx) }
}`;

  it('takes every form that the language has', async () => {
    const source = `import { Namespace, SubjectSet, Context } from '@ory/keto-namespace-types'
/* a comment */
class User implements Namespace { related: { manager: User[]; }; }
class Group implements Namespace { related: { members: Array<User | Group> "odd.name": SubjectSet<Group, 'members'>[], } }
class File implements Namespace {
  related: { parents: File[]; viewers: (User | SubjectSet<Group, "members">)[] }
  permits = {
    view: (ctx: Context): boolean =>
      (this.related.parents.traverse((p) => p.related.viewers.includes(ctx.subject),) && // why
        this.related.parents.traverse(p => p.permits.view(ctx))) ||
      !(this.related["viewers"].includes(ctx.subject) || this.permits["edit"](ctx)),
    'edit': (ctx) => !this.related.viewers.includes(ctx.subject)
  };
}`;
    assert.deepEqual(await problems(source), []);
    assert.deepEqual(await problems(''), []);
    assert.deepEqual(await problems('anything else, outside of classes'), []);
  });

  it('tells where reading stopped', async () => {
    assert.deepEqual(await problems('class A {'), ['1:8-1:9 "implements" is expected here, not "{"']);
    assert.match(
      (await problems('class A implements Namespace {\n  related: {\n'))[0] ?? '',
      /^2:13-2:13 .* the end$/,
    );
    assert.match((await problems('class A implements Namespace { /* '))[0] ?? '', /^1:31-1:34 .*never ends/);
    assert.match(
      (await problems(permission('this.related.x.some(ctx)')))[0] ?? '',
      /^3:41-3:45 "traverse" or/,
    );
    assert.match(
      (await problems(permission('(this.permits.q(ctx)) this.permits.q(ctx)')))[0] ?? '',
      /operator/,
    );
    assert.match((await problems(permission('('.repeat(11))))[0] ?? '', /at most 10/);
    assert.match(
      (await problems('class A implements Namespace { methods }'))[0] ?? '',
      /"related" or "permits"/,
    );
  });

  it('tells of classes and relations that are not there, all of them', async () => {
    const source = `class A implements Namespace {
  related: { x: B[] y: SubjectSet<A, "z">[] }
  permits = { p: (ctx) => this.related.w.includes(ctx.subject) }
}`;
    assert.deepEqual(await problems(source), [
      '2:16-2:17 there is no class "B"',
      '2:38-2:39 "A" has no relation "z"',
      '3:39-3:40 "A" has no relation "w"',
    ]);
    const traversal = permission('this.related.y.traverse((a) => a.permits.r(ctx))');
    assert.equal((await problems(traversal)).length, 2);
  });
});
