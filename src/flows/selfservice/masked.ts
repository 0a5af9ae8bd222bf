import { childOf, rewrite } from '../../ory/json/pointer.ts';
import { type JsonNode, parseJson, printJson } from '../../ory/json/tree.ts';
import { flowSecrets, signedInSecrets } from '../../ory/operations/flow-parts.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { MASK, maskJson } from '../../ory/secrets/mask.ts';
import { isSecretInput } from './groups.ts';

/**
 * An answer of self-service as a document: pretty-printed, with every secret masked. Also what no path leads to: the
 * value of an input whose name is that of a secret.
 * @returns the text as it came, where it is no JSON
 */
export function maskedAnswer({ answer }: Pick<Operation, 'answer'>, text: string): string {
  let tree: JsonNode;
  try {
    tree = parseJson(text);
  } catch {
    return text;
  }
  return printJson(maskTree(tree, answer.secrets), 2);
}

function maskTree(tree: JsonNode, declared: readonly string[]): JsonNode {
  // A refused submission answers the flow itself, which the operation does not declare.
  const masked = maskJson(tree, [...declared, ...flowSecrets, ...signedInSecrets]);
  return rewrite(masked, (node, path) => {
    if (path.at(-1) !== 'attributes' || node.kind !== 'object') return undefined;
    const value = childOf(node, 'value');
    if (value === undefined || (value.kind === 'string' && value.value === '')) return undefined;
    if (!isSecretInput({ name: textOf(childOf(node, 'name')), type: textOf(childOf(node, 'type')) }))
      return undefined;
    return {
      kind: 'object',
      members: new Map([...node.members, ['value', { kind: 'string', value: MASK }]]),
    };
  });
}

const textOf = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '');
