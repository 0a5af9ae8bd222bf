import type { Combination, Rule } from './model.ts';

/**
 * Takes needless levels out of an expression: `(a || b) || c` becomes `a || b || c`. Levels count against the depth of
 * a check, so this decides what a check still finds.
 */
export function simplify(combination: Combination): Combination {
  const { kind, rules } = combination;
  return { ...combination, rules: rules.flatMap((rule) => inner(rule, kind)) };
}

function inner(rule: Rule, outer: Combination['kind']): readonly Rule[] {
  if (rule.kind === 'not')
    return [{ ...rule, rule: isCombination(rule.rule) ? simplify(rule.rule) : rule.rule }];
  if (!isCombination(rule)) return [rule];
  const simple = simplify(rule);
  return simple.rules.length === 1 || simple.kind === outer ? simple.rules : [simple];
}

const isCombination = (rule: Rule): rule is Combination => rule.kind === 'all' || rule.kind === 'any';
