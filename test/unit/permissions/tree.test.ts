import assert from 'node:assert/strict';
import { parse, type Range } from '../../../src/permissions/index.ts';
import { random } from '../support/random.ts';
import { flat, nodesIn, randomModel, type Placed } from './models.ts';

const SOURCE = `import { Context, Namespace } from "@ory/keto-namespace-types"

class User implements Namespace {}
class Doc implements Namespace {
  related: {
    "odd.name": (User | SubjectSet<Doc, "parents">)[]
    parents: Array<Doc>
  };
  permits = {
    view: (ctx: Context): boolean =>
      this.related["odd.name"].includes(ctx.subject) ||
      !(this.permits.edit(ctx) && this.related.parents.traverse((d) => d.permits.view(ctx))),
    'edit': (ctx) => this.related.parents.traverse(d => d.related.parents.includes(ctx.subject))
  }
}
`;

describe('the tree of a permission model', () => {
  it('knows where everything stands', () => {
    const { source, problems } = parse(SOURCE);
    assert.deepEqual(problems, []);
    const text = ({ start, end }: Range) => SOURCE.slice(start, end).replaceAll(/\s+/g, ' ');
    const [user, doc] = source.classes;
    assert.equal(text(source), SOURCE.replaceAll(/\s+/g, ' '));
    assert.equal(text(user!), 'class User implements Namespace {}');
    assert.equal(text(doc!.name), 'Doc');
    const [related, permits] = doc!.blocks;
    assert.ok(related?.kind === 'related' && permits?.kind === 'permits');
    assert.match(text(related), /^related: \{ "odd\.name".* \}$/);
    assert.match(text(permits), /^permits = \{ view.* \}$/);
    const [odd, parents] = related.relations;
    assert.equal(text(odd!), '"odd.name": (User | SubjectSet<Doc, "parents">)[]');
    // A name can be replaced without its quotes.
    assert.equal(text(odd!.name), 'odd.name');
    assert.deepEqual(odd!.types.map(text), ['User', 'SubjectSet<Doc, "parents">']);
    assert.equal(text(odd!.types[1]!.relation!), 'parents');
    assert.equal(text(parents!), 'parents: Array<Doc>');
    const [view, edit] = permits.permissions;
    assert.deepEqual(view!.lookups.map(text), [
      'this.related["odd.name"].includes(ctx.subject)',
      'this.permits.edit(ctx)',
      'this.related.parents.traverse((d) => d.permits.view(ctx))',
    ]);
    const [includes, not] = view!.expression!.parts;
    assert.equal(includes?.kind, 'same-object');
    assert.ok(not?.kind === 'not' && not.part.kind === 'all');
    assert.match(text(not), /^!\(this\.permits\.edit.*\)\)\)$/);
    assert.match(text(not.part), /^\(this\.permits\.edit.*\)\)\)$/);
    assert.match(text(edit!), /^'edit': .*subject\)\)$/);
    const [traversal] = edit!.lookups;
    assert.ok(traversal?.kind === 'traverse');
    assert.deepEqual(
      [text(traversal.through), traversal.via, text(traversal.relation)],
      ['parents', 'related', 'parents'],
    );
  });

  it('lies in itself: parts in their whole, in their order, names as they are called', () => {
    const numbers = random(11);
    for (let round = 0; round < 300; round++) {
      const text = randomModel(numbers);
      const { source, problems } = parse(text);
      assert.deepEqual(problems, [], text);
      for (const { where, node, children } of flat(nodesIn(source))) {
        assert.ok(node.start < node.end, `${where} is somewhere in ${text}`);
        for (const child of children) assertWithin(child, node, text);
        if ('text' in node) assert.equal(text.slice(node.start, node.end), node.text);
        // What stands at a node is it and nothing beside it.
        assert.equal(text.slice(node.start, node.end).trim(), text.slice(node.start, node.end));
      }
    }
  });

  it('holds what stands before a mistake', () => {
    const at = SOURCE.indexOf('this.permits.edit');
    const { source, problems } = parse(`${SOURCE.slice(0, at)}this.`);
    assert.equal(problems.length, 1);
    const [, doc] = source.classes;
    const names = doc!.blocks.flatMap((block) =>
      block.kind === 'related'
        ? block.relations.map(({ name }) => name.text)
        : block.permissions.map(({ name }) => name.text),
    );
    assert.deepEqual(names, ['odd.name', 'parents', 'view']);
    const [, permits] = doc!.blocks;
    assert.ok(permits?.kind === 'permits');
    assert.deepEqual(
      permits.permissions[0]!.lookups.map(({ relation }) => relation.text),
      ['odd.name'],
    );
  });

  it('can be had of every beginning of a source', () => {
    for (let end = 0; end <= SOURCE.length; end++) {
      const text = SOURCE.slice(0, end);
      const { source, problems } = parse(text);
      for (const range of [...flat(nodesIn(source)).map(({ node }) => node), ...problems]) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= end, `${end}: ${text}`);
      }
    }
  });
});

function assertWithin(child: Placed, parent: Range, text: string): void {
  const { start, end } = child.node;
  assert.ok(start >= parent.start && end <= parent.end, `${child.where} lies within its parent in ${text}`);
}
