import type { Change } from '../../ory/json/diff.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { textAt } from '../changes.ts';

const NULL: JsonNode = { kind: 'literal', value: null };

/** Whether Hydra is of an age with 2.0: it came before `skip_consent`, which every newer one shows. */
const isOld = (client: JsonNode): boolean => client.kind === 'object' && !client.members.has('skip_consent');

/**
 * The changes to a client as its Hydra takes them. 2.0 reads the patched client over the stored one, so that what is
 * removed stays, and what is blank there counts as given: a member is removed by its empty value, and a client with a
 * `jwks_uri` needs its `jwks` set to null with every patch.
 * @param fresh the server's copy @param edited what is to be saved
 */
export function changesForHydra(changes: readonly Change[], fresh: JsonNode, edited: JsonNode): Change[] {
  if (!isOld(fresh)) return [...changes];
  const emptied = changes.map((change) => emptying(change, fresh));
  const namesKeys = changes.some(({ path }) => path[0] === 'jwks');
  return changes.length > 0 && textAt(edited, 'jwks_uri') !== undefined && !namesKeys
    ? [...emptied, { op: 'add', path: ['jwks'], value: NULL }]
    : emptied;
}

function emptying(change: Change, fresh: JsonNode): Change {
  const [name, ...deeper] = change.path;
  if (change.op !== 'remove' || name === undefined || deeper.length > 0) return change;
  const value = fresh.kind === 'object' ? emptyOf(name, fresh.members.get(name)) : undefined;
  return value ? { op: 'replace', path: change.path, value } : change;
}

function emptyOf(name: string, node: JsonNode | undefined): JsonNode | undefined {
  if (name === 'jwks') return NULL;
  switch (node?.kind) {
    case 'string':
      return { kind: 'string', value: '' };
    case 'array':
      return { kind: 'array', items: [] };
    case 'object':
      return { kind: 'object', members: new Map() };
    case 'number':
      return { kind: 'number', raw: '0' };
    case 'literal':
      return node.value === true ? { kind: 'literal', value: false } : undefined;
    case undefined:
      return undefined;
  }
}
