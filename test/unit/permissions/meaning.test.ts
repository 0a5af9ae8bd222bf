import assert from 'node:assert/strict';
import { findRelation, modelOf, parse, type Rule } from '../../../src/permissions/index.ts';
import { random } from '../support/random.ts';
import { randomModel } from './models.ts';

const permission = (expression: string) => `class A implements Namespace {
  related: { a: A[] b: A[] c: A[] }
  permits = { p: (ctx) => ${expression} }
}`;
const has = (name: string) => `this.related.${name}.includes(ctx.subject)`;

function meaning(expression: string): string {
  const namespaces = modelOf(parse(permission(expression)).source);
  const rule = findRelation(namespaces, 'A', 'p')?.rule;
  return rule ? written(rule) : 'none';
}

function written(rule: Rule): string {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return `${rule.kind}(${rule.rules.map(written).join(' ')})`;
    case 'not':
      return `not ${written(rule.rule)}`;
    case 'same-object':
      return rule.relation;
    case 'traverse':
      return `${rule.through}.${rule.relation}`;
  }
}

describe('the meaning of a permission model', () => {
  it('has the levels that servers count', () => {
    const [a, b, c] = [has('a'), has('b'), has('c')];
    assert.equal(meaning(a), 'any(a)');
    assert.equal(meaning(`${a} || ${b} || ${c}`), 'any(a b c)');
    assert.equal(meaning(`(${a} || ${b}) || ${c}`), 'any(a b c)');
    assert.equal(meaning(`${a} || (${b} || ${c})`), 'any(a b c)');
    // Operators are taken from left to right.
    assert.equal(meaning(`${a} || ${b} && ${c}`), 'all(any(a b) c)');
    assert.equal(meaning(`${a} || (${b} && ${c})`), 'any(a all(b c))');
    assert.equal(meaning(`!(${a} || ${b}) && !${c}`), 'all(not any(a b) not c)');
    assert.equal(meaning('this.related.a.traverse((x) => x.permits.p(ctx))'), 'any(a.p)');
    assert.equal(meaning('()'), 'none');
    assert.equal(meaning('!()'), 'any(not any())');
  });

  it('of two with the same name is that of the first', () => {
    const source = `class A implements Namespace { related: { a: B[] a: A[] } }
class B implements Namespace {}
class A implements Namespace { related: { b: B[] } }`;
    const namespaces = modelOf(parse(source).source);
    assert.equal(findRelation(namespaces, 'A', 'a')?.types[0]?.namespace, 'B');
    assert.equal(findRelation(namespaces, 'A', 'b'), undefined);
    assert.equal(findRelation(namespaces, 'C', 'b'), undefined);
  });

  it('says of each part where it stands', () => {
    const numbers = random(3);
    const check = (text: string, value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('start' in value) return;
      if (Array.isArray(value)) {
        for (const part of value) check(text, part);
        return;
      }
      const { at } = value as { at?: { start: number; end: number } };
      assert.ok(at && at.start < at.end, `${JSON.stringify(value)} in ${text}`);
      if ('relation' in value) assert.ok(text.slice(at.start, at.end).includes(String(value.relation)));
      for (const part of Object.values(value)) check(text, part);
    };
    for (let round = 0; round < 100; round++) {
      const text = randomModel(numbers);
      check(text, modelOf(parse(text).source));
    }
  });
});
