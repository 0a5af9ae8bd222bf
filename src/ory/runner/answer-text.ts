import { TOO_DEEP } from '../json/depth.ts';
import { equalJson, parseJson, printJson, TooDeepError, type JsonNode } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { maskJson } from '../secrets/mask.ts';
import type { Redactor } from '../secrets/redactor.ts';

/** An answer as it came. */
export interface Answered {
  readonly status: number;
  /** Milliseconds that it took. */
  readonly ms: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An answer as it is shown. */
export interface AnswerText {
  /** With every secret masked. */
  readonly masked: string;
  /** Makes the text with its secrets; undefined where nothing is masked. */
  readonly reveal: (() => string) | undefined;
  /** The answer's own tree, unmasked; undefined where it is no JSON. */
  readonly tree: JsonNode | undefined;
}

/** Headers whose values are credentials, or lead to where one has them. */
const secretHeaders = new Set(['set-cookie', 'authorization', 'x-session-token']);

/**
 * An answer as a document: what was asked, the status, the time and the headers as comments, then the body; JSON is
 * pretty-printed digit for digit, everything else stands as it came.
 * @param asked lines on what was asked, without secrets
 */
export function answerText(
  asked: readonly string[],
  answer: Answered,
  secrets: readonly SecretPointer[],
  redactor: Redactor,
): AnswerText {
  const head = [
    ...asked,
    `${answer.status} in ${Math.round(answer.ms)} ms`,
    ...Object.entries(answer.headers).map(
      ([name, value]) => `${name}: ${secretHeaders.has(name) ? '[redacted]' : redactor.text(value)}`,
    ),
  ]
    .map((line) => `// ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`)
    .join('\n');
  const tree = readJson(answer.text);
  // Its secrets can't be found.
  if (tree === TOO_DEEP) {
    const { text } = answer;
    return { masked: `${head}\n\n// ${TOO_DEEP}\n`, reveal: () => `${head}\n\n${text}\n`, tree: undefined };
  }
  if (!tree) {
    const { text } = answer;
    const shown = redactor.text(text);
    const reveal = shown === text ? undefined : () => `${head}\n\n${text}\n`;
    return { masked: `${head}\n\n${shown}\n`, reveal, tree };
  }
  const document = (node: JsonNode) => `${head}\n\n${printJson(node, 2)}\n`;
  const masked = maskJson(tree, secrets);
  return {
    masked: document(masked),
    reveal: equalJson(masked, tree) ? undefined : () => document(tree),
    tree,
  };
}

function readJson(text: string): JsonNode | typeof TOO_DEEP | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof TooDeepError ? TOO_DEEP : undefined;
  }
}
