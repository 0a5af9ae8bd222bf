import type { JsonNode } from '../../ory/json/tree.ts';
import { isMask, MASK } from '../../ory/secrets/mask.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';

const mask: JsonNode = { kind: 'string', value: MASK };

/**
 * A masked document in which also those texts are masked that only the redactor knows or recognises: a key that was
 * entered once, a token that somebody keeps in metadata.
 * @returns undefined where a name is a secret: such a document can't be kept
 */
export function hideSecrets(
  node: JsonNode,
  redactor: Pick<Redactor, 'text'>,
  name = '',
): JsonNode | undefined {
  switch (node.kind) {
    case 'object': {
      const members = new Map<string, JsonNode>();
      for (const [member, value] of node.members) {
        const hidden = hideSecrets(value, redactor, member);
        if (!hidden || redactor.text(member) !== member) return undefined;
        members.set(member, hidden);
      }
      return { kind: 'object', members };
    }
    case 'array': {
      const items: JsonNode[] = [];
      for (const item of node.items) {
        const hidden = hideSecrets(item, redactor, name);
        if (!hidden) return undefined;
        items.push(hidden);
      }
      return { kind: 'array', items };
    }
    case 'string': {
      if (node.value === '' || isMask(node)) return node;
      // With its name, because some secrets are known by that alone.
      const told = `${JSON.stringify(name)}: ${JSON.stringify(node.value)}`;
      const clean = redactor.text(node.value) === node.value && redactor.text(told) === told;
      return clean ? node : mask;
    }
    default:
      return node;
  }
}
