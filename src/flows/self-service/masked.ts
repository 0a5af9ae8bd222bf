import { type JsonNode, parseJson, printJson } from '../../ory/json/tree.ts';
import { flowSecrets, signedInSecrets } from '../../ory/operations/flow-parts.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { maskSecrets } from '../../ory/secrets/mask-secrets.ts';
import { maskLoosely } from '../../ory/secrets/mask-text.ts';

/**
 * An answer of self-service as a document: pretty-printed, with every secret masked.
 * @returns the text as it came but for its masks, where it is no JSON
 */
export function maskedAnswer({ answer }: Pick<Operation, 'answer'>, text: string): string {
  // A refused submission answers the flow itself, which the operation does not declare.
  const declared = [...answer.secrets, ...flowSecrets, ...signedInSecrets];
  let tree: JsonNode;
  try {
    tree = parseJson(text);
  } catch {
    return maskLoosely(text, declared);
  }
  return printJson(maskSecrets(tree, declared), 2);
}
