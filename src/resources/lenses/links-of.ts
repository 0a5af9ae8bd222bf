import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import type { KindId } from '../kind.ts';

/** An id in a document that names a resource with a document of its own. */
export interface Reference {
  readonly path: readonly string[];
  readonly kind: KindId;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Members that hold the id of a resource, wherever they stand. */
const named: Readonly<Record<string, KindId>> = {
  identity_id: 'identities',
  client_id: 'clients',
  schema_id: 'schemas',
  default_schema_id: 'schemas',
  session_id: 'sessions',
  project_id: 'projects',
};

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
  if (Object.hasOwn(named, name)) return named[name];
  const has = (...names: string[]) => names.every((member) => childOf(holder, member) !== undefined);
  if (name === 'id') {
    if (has('schema_id', 'traits')) return 'identities';
    if (has('authenticator_assurance_level')) return 'sessions';
  }
  // A trusted issuer's key: the set that holds it.
  if (name === 'set' && path.at(-1) === 'public_key' && has('kid')) return 'keys';
  if ((name === 'subject' || name === 'sub') && UUID.test(value)) return 'identities';
  return undefined;
}
