import assert from 'node:assert/strict';
import { positionOf, readModel } from '../../../src/permissions/index.ts';

/** Each problem as `line:column what is marked: message`. */
function problems(text: string): readonly string[] {
  return readModel(text).problems.map(({ start, end, message }) => {
    const { line, column } = positionOf(text, start);
    return `${line}:${column} ${text.slice(start, end)}: ${message}`;
  });
}

describe('problems of a permission model', () => {
  it('stand at what is wrong, behind letters of any width', () => {
    assert.deepEqual(problems('class A {}'), ['1:9 {: "implements" is expected here, not "{"']);
    assert.deepEqual(problems('// é 🙂\nclass A implements Namespace { /* 🙂 */ x }'), [
      '2:41 x: "related" or "permits" is expected here, not "x"',
    ]);
    assert.deepEqual(problems('class A implements Namespace { related: { x: B[] } }'), [
      '1:46 B: there is no class "B"',
    ]);
    assert.match(problems('class A implements Namespace {\n  related: {')[0] ?? '', /^2:13 : .*the end$/);
  });

  it('of types are told all, those of syntax up to the first', () => {
    const model = (permission: string) => `class A implements Namespace {
  related: { x: B[] y: SubjectSet<A, "z">[] }
  permits = { p: (ctx) => ${permission} }
}`;
    assert.deepEqual(problems(model('this.related.w.includes(ctx.subject)')), [
      '2:17 B: there is no class "B"',
      '2:39 z: "A" has no relation "z"',
      '3:40 w: "A" has no relation "w"',
    ]);
    assert.deepEqual(problems(model('this.w')), ['3:34 }: "." is expected here, not "}"']);
  });

  it('of what a traversal meets name the class that lacks it', () => {
    const model = (types: string) => `class User implements Namespace {}
class Group implements Namespace { related: { members: (User | SubjectSet<Group, "owners">)[] owners: Group[] } }
class Doc implements Namespace {
  related: { parents: (${types})[] }
  permits = { p: (ctx) => this.related.parents.traverse((x) => x.permits.p(ctx)) }
}`;
    assert.deepEqual(problems(model('Doc')), []);
    assert.deepEqual(problems(model('Doc | SubjectSet<Group, "members">')), [
      '5:40 parents: "User" has no relation "p"',
      '5:40 parents: "Group" has no relation "p"',
    ]);
  });

  it('are told of lookups in an expression that a server gives up', () => {
    const text = `class A implements Namespace {
  permits = { p: (ctx) => this.related.w.includes(ctx.subject) && () }`;
    assert.deepEqual(problems(text), ['2:40 w: "A" has no relation "w"']);
    assert.deepEqual(readModel(text).namespaces[0]?.relations, []);
  });

  it('come to an end where subject sets hold each other', () => {
    const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const sets = all.map((name) => `SubjectSet<${name}, "x">`).join(' | ');
    const classes = (types: string) =>
      all.map((name) => `class ${name} implements Namespace { related: { x: (${types})[] } }`).join('\n');
    const traversal =
      'class T implements Namespace { related: { x: SubjectSet<A, "x">[] } permits = { p: (ctx) => this.related.x.traverse((y) => y.permits.p(ctx)) } }';
    const found = problems(`${classes(sets)}\n${traversal}`);
    assert.ok(found.length > 0 && found.length <= 100);
    assert.match(found[0] ?? '', /too deep/);
    // Ten floors of classes, each of which holds all of the next: nothing is wrong, and each is looked at once.
    const floors = Array.from({ length: 9 }, (_, floor) => {
      const below = all
        .map((name) => (floor === 8 ? 'T' : `SubjectSet<${name}${floor + 1}, "x">`))
        .join(' | ');
      return all.map((name) => `class ${name}${floor} implements Namespace { related: { x: (${below})[] } }`);
    });
    assert.deepEqual(problems([...floors.flat(), traversal.replace('<A,', '<A0,')].join('\n')), []);
  });

  it('of a model of thousands of lines are found', () => {
    const classes = Array.from(
      { length: 500 },
      (_, n) => `class C${n} implements Namespace {
  related: { x: (C${n} | SubjectSet<C${(n + 1) % 500}, "x">)[] }
  permits = { p: (ctx: Context) => this.related.x.includes(ctx.subject) || this.related.y${n}.includes(ctx.subject) }
}`,
    );
    assert.equal(problems(classes.join('\n')).length, 500);
  });
});
