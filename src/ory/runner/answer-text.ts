import * as l10n from '@vscode/l10n';
import { TOO_DEEP } from '../json/depth.ts';
import { equalJson, parseJson, printJson, TooDeepError, type JsonNode } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { hideSecrets } from '../secrets/hidden.ts';
import { maskForeignSchema } from '../secrets/mask.ts';
import { maskLoosely } from '../secrets/mask-text.ts';
import { anywhere, maskSecrets } from '../secrets/mask-secrets.ts';
import type { Redactor } from '../secrets/redactor.ts';
import { isSecretName } from '../secrets/secret-names.ts';

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

/** Characters of an answer that is no JSON that are looked through for secrets: finding them takes a second. */
const LONGEST_BROKEN = 4_000_000;

/** Headers whose values are credentials, or lead to where one has them. */
const isSecretHeader = (name: string): boolean => isSecretName(name);

/**
 * An answer as a document: what was asked, the status, the time and the headers as comments, then the body; JSON is
 * pretty-printed digit for digit, everything else stands as it came. The secret places of the operation count whatever the
 * status is, and whatever stands around them in an error.
 * @param asked lines on what was asked, without secrets
 */
export async function answerText(
  asked: readonly string[],
  answer: Answered,
  secrets: readonly SecretPointer[],
  redactor: Redactor,
): Promise<AnswerText> {
  const head = [
    ...asked,
    `${answer.status} in ${Math.round(answer.ms)} ms`,
    ...Object.entries(answer.headers).map(
      ([name, value]) => `${name}: ${isSecretHeader(name) ? '[redacted]' : redactor.text(value)}`,
    ),
  ]
    .map((line) => `// ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`)
    .join('\n');
  const tree = readJson(answer.text);
  // Its secrets can't be found.
  if (tree === 'too deep') {
    const { text } = answer;
    return { masked: `${head}\n\n// ${TOO_DEEP}\n`, reveal: () => `${head}\n\n${text}\n`, tree: undefined };
  }
  if (!tree) {
    const { text } = answer;
    const rest = text.length - LONGEST_BROKEN;
    const seen = redactor.text(maskLoosely(text.slice(0, LONGEST_BROKEN), secrets));
    const shown =
      rest > 0 ? l10n.t('{0}\n// … {1} more characters: Reveal Secrets shows them.', seen, rest) : seen;
    const reveal = shown === text ? undefined : () => `${head}\n\n${text}\n`;
    return { masked: `${head}\n\n${shown}\n`, reveal, tree };
  }
  const document = (node: JsonNode) => `${head}\n\n${printJson(maskForeignSchema(node), 2)}\n`;
  const declared = answer.status < 300 ? secrets : anywhere(secrets);
  const masked = await hideSecrets(maskSecrets(tree, declared), redactor);
  // A member's name is a secret: what is left of the text is shown without a tree.
  if (!masked)
    return {
      masked: redactor.text(document(maskSecrets(tree, declared))),
      reveal: () => document(tree),
      tree,
    };
  return {
    masked: document(masked),
    reveal: equalJson(masked, maskForeignSchema(tree)) ? undefined : () => document(tree),
    tree,
  };
}

function readJson(text: string): JsonNode | 'too deep' | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    return error instanceof TooDeepError ? 'too deep' : undefined;
  }
}
