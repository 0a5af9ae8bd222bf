/** Expressions that are put together while the product runs, with some as they come out. */
interface Listed {
  readonly file: string;
  /** As it stands in the source: what is changed there is looked at here again. */
  readonly code: string;
  readonly examples: readonly RegExp[];
}

const DOUBLE = String.raw`"(?:[^"\\\n]|\\["\\/bfnrt])*"`;
const WORD = String.raw`[\w$./\u00c0-\ufdff@-]`;

export const composed: readonly Listed[] = [
  {
    // The table's own patterns alone, over context values that we made.
    file: 'src/editor/commands/condition.ts',
    code: 'new RegExp(condition.matches)',
    examples: [/\bidentities\b/, /\b(identities|clients)\b/, /^ory\./, /^\/(identities|clients)\/[+]/],
  },
  {
    file: 'src/ory/yaml/plain.ts',
    code: "new RegExp(String.raw`(?:(?![@-])${WORD}+(?: +${WORD}+)*|${DOUBLE})(?=:(?:[ \\n]|$))`, 'y')",
    examples: [new RegExp(String.raw`(?:(?![@-])${WORD}+(?: +${WORD}+)*|${DOUBLE})(?=:(?:[ \n]|$))`, 'y')],
  },
  {
    file: 'src/ory/yaml/plain.ts',
    code: "new RegExp(String.raw`${DOUBLE}|'(?:[^'\\n]|'')*'`, 'y')",
    examples: [new RegExp(String.raw`${DOUBLE}|'(?:[^'\n]|'')*'`, 'y')],
  },
  {
    file: 'src/ory/secrets/placeholders.ts',
    code: 'new RegExp(`^${MASK}( \\\\d+)?$`)',
    examples: [/^••••••••( \d+)?$/],
  },
  {
    file: 'src/ory/secrets/redactor.ts',
    code: "new RegExp(`(?<![\\\\p{L}\\\\p{N}_-])${escapeRegExp(form)}(?![\\\\p{L}\\\\p{N}_-])`, 'gu')",
    examples: ['aaaaaa', 'correct horse', 'aaaa aaaa', '-a-a-a', '        ', '#aaaa#'].map(
      (form) => new RegExp(`(?<![\\p{L}\\p{N}_-])${form}(?![\\p{L}\\p{N}_-])`, 'gu'),
    ),
  },
  {
    file: 'src/saving/place-in-words.ts',
    code: "new RegExp(pattern, 'i')",
    examples: [/\bredirect[_ ]uris?\b/i, /["'`]jwks["'`]/i, /\b[_ ]a[_ ]a[_ ]a[_ ]a[_ ]\b/i],
  },
  {
    file: 'src/schemas/harmless-pattern.ts',
    // For one character.
    code: "new RegExp(`^${atom}$`, 'su')",
    examples: [/^[^,]$/su, /^(?:a)$/su],
  },
  {
    file: 'src/schemas/harmless-pattern.ts',
    code: "new RegExp(`^${repeated}$`, 'su')",
    examples: [/^[^,]$/su],
  },
  {
    // Only made, to see whether it can be.
    file: 'src/schemas/harmless-pattern.ts',
    code: "new RegExp(pattern, 'u')",
    examples: [],
  },
  {
    file: 'src/kinds/compare/service-file.ts',
    code: "new RegExp(`\\\\b${SERVICE_FILES[service]}\\\\b`, 'i')",
    examples: [/\bkratos\b/i],
  },
  {
    // What the person who started the sandbox gave for a fault.
    file: 'src/sandbox/faults/rule.ts',
    code: 'new RegExp(path.slice(1, -1))',
    examples: [],
  },
  {
    file: 'src/sandbox/kratos/http/csrf.ts',
    code: "new RegExp(`^${path.replaceAll('*', '[^/]*')}$`)",
    examples: [/^\/identities\/[^/]+\/credentials\/[^/]*$/],
  },
];
