import type { JsonNode } from '../../ory/json/tree.ts';
import type { KindId } from '../kind.ts';
import { KINDS } from '../kinds.ts';

/** An id in a document that names a resource with a document of its own. */
export interface Reference {
  readonly path: readonly string[];
  readonly kind: KindId;
  readonly id: string;
}

/**
 * The ids in a document that lead to other resources: by the member that holds them, or by the shape of what they are
 * the id of.
 * @param own what the document is about: its own id leads nowhere else
 */
export function referencesIn(
  document: JsonNode,
  own: { readonly kind: KindId; readonly id: string },
): readonly Reference[] {
  const found: Reference[] = [];
  const visit = (node: JsonNode, path: readonly string[]): void => {
    // What people put into traits and metadata follows no rule of the API.
    const last = path.at(-1);
    if (last === 'traits' || last === 'metadata' || last?.startsWith('metadata_')) return;
    if (node.kind === 'array') node.items.forEach((item, at) => visit(item, [...path, String(at)]));
    if (node.kind !== 'object') return;
    for (const [name, child] of node.members) {
      const kind = child.kind === 'string' ? kindOf(name, child.value, node, path) : undefined;
      if (kind && child.kind === 'string' && !(kind === own.kind && child.value === own.id)) {
        found.push({ path: [...path, name], kind, id: child.value });
      }
      visit(child, [...path, name]);
    }
  };
  visit(document, []);
  return found;
}

function kindOf(name: string, value: string, holder: JsonNode, path: readonly string[]): KindId | undefined {
  if (value === '') return undefined;
  const all = Object.values(KINDS);
  const named = all.find(({ linked }) => linked?.members?.includes(name));
  return (named ?? all.find(({ linked }) => linked?.isNamed?.(name, value, holder, path)))?.id;
}
