import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** What expressions rarely agree with at an end. */
const ENDS = ['', '\u0000', '\n\u0000'];
/** Characters that are tried although no expression names them. */
const USUAL = ['a', '0', ' ', '\n'];
/** A repetition with fewer turns costs each place of a text no more than that. */
const FEW = 100;

/**
 * Texts that are bad for an expression which looks at a character more than once, derived from its own parts: what
 * stands before each repetition, then what it or another takes, again and again, then what fits nothing.
 * @returns makers of texts of some length; none for an expression without repetitions
 */
export function attacksOn(source: string, flags: string): readonly ((length: number) => string)[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const repetitions = repetitionsIn(pattern);
  if (repetitions.length === 0) return [];
  const parts = partsOf(pattern);
  const whole = parts.map(({ own }) => own).join('');
  const own = [...new Set(parts.flatMap((part) => Array.from(part.own)))].slice(0, 40);
  const singles = new Set([...USUAL, ...own]);
  const befores = new Set(parts.filter(({ repeats }) => repeats).map(({ before }) => before));
  const makers = new Map<string, (length: number) => string>();
  const add = (lead: string, unit: string, ends: readonly string[]) => {
    if (unit === '') return;
    for (const end of ends) {
      makers.set(
        JSON.stringify([lead, unit, end]),
        (length) => lead + unit.repeat(Math.ceil(length / unit.length)) + end,
      );
    }
  };
  for (const lead of new Set(['', 'a', ...befores])) {
    for (const single of singles) add(lead, single, ENDS);
    for (const part of parts) if (part.repeats && part.own.length > 1) add(lead, part.own, ENDS);
  }
  for (const before of [...befores, whole]) {
    add('', before, ENDS.slice(0, 2));
    for (const single of singles) add('', before + single, ENDS.slice(0, 1));
  }
  for (const one of own.slice(0, 12)) for (const other of own.slice(0, 12)) add('', one + other, ['\u0000']);
  return [...makers.values()];
}

function repetitionsIn(pattern: AST.Pattern): readonly AST.Quantifier[] {
  const found: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter: (one) => {
      if (one.max > FEW) found.push(one);
    },
  });
  return found;
}

interface Part {
  /** A text that what stands before it in the expression matches. */
  readonly before: string;
  /** A text that it matches. */
  readonly own: string;
  readonly repeats: boolean;
}

/** Every part of an expression, those within others among them. */
function partsOf(pattern: AST.Pattern): readonly Part[] {
  const parts = new Map<string, Part>();
  const walk = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      let at = before;
      for (const element of elements) {
        const own = sample(element);
        const repeats = element.type === 'Quantifier' && element.max > FEW;
        parts.set(JSON.stringify([at, own, repeats]), { before: at, own, repeats });
        const inner = element.type === 'Quantifier' ? element.element : element;
        if ('alternatives' in inner) walk(inner.alternatives, at);
        at += own;
      }
    }
  };
  walk(pattern.alternatives, '');
  return [...parts.values()];
}

/** A short text that a part of an expression matches, at least one character where it may match any. */
function sample(element: AST.Element | AST.Alternative): string {
  switch (element.type) {
    case 'Alternative':
      return element.elements.map(sample).join('');
    case 'Quantifier':
      return sample(element.element).repeat(Math.max(1, Math.min(element.min, 64)));
    case 'Group':
    case 'CapturingGroup':
      return sample(element.alternatives[0]!);
    case 'Assertion':
      // What is looked behind for stands before; what is looked ahead for follows by itself.
      return element.kind === 'lookbehind' && !element.negate ? sample(element.alternatives[0]!) : '';
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return member(element.raw);
    default:
      return '';
  }
}

const memberOf = new Map<string, string>();

/** The first usual character that a class holds. */
function member(raw: string): string {
  let found = memberOf.get(raw);
  if (found === undefined) {
    const unicode = raw.includes('\\p') || raw.includes('\\P') ? 'u' : '';
    const fits = new RegExp(`^${raw}$`, `s${unicode}`);
    const codes = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
    found = ['a', '0', 'A', ...codes].find((one) => fits.test(one)) ?? 'a';
    memberOf.set(raw, found);
  }
  return found;
}
