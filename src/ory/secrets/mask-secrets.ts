import { segmentsOf } from '../json/pointer.ts';
import type { JsonNode } from '../json/tree.ts';
import { PRIVATE_KEY_MEMBERS } from '../operations/keys.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { isMask, MASK, maskForeignSchema, maskJson } from './mask.ts';
import { holdsCode } from './message-code.ts';
import { isSecretName } from './secret-names.ts';

const maskNode: JsonNode = { kind: 'string', value: MASK };

const PRIVATE: ReadonlySet<string> = new Set(PRIVATE_KEY_MEMBERS);
const KEYS: ReadonlySet<string> = new Set(['jwk', 'jwks', 'keys']);

/** Deeper paths of a JSON Patch lead nowhere: what they set is hidden as a whole. */
const DEEPEST_PATH = 100;

/**
 * A body or an answer with every secret masked: at the places that its operation declares, and wherever else one stands
 * that can be told by its name or by what it stands in, so that nothing has to be declared for that. These are names of
 * secrets (`secret-names.ts`), the configuration of credentials, private members of keys in any form of a key set, form
 * nodes that show or hold a secret, pairs of a name and a value, messages of the courier, and what a JSON Patch would put
 * at such a place.
 */
export function maskSecrets(root: JsonNode, declared: readonly SecretPointer[]): JsonNode {
  return walk(maskJson(root, declared), { name: '', hides: 'nothing' });
}

/** Secret places of an operation wherever they are in an answer, such as in an error that has the answer in it. */
export const anywhere = (declared: readonly SecretPointer[]): readonly SecretPointer[] => [
  ...declared,
  ...declared.map((pointer) => `/**${pointer}`),
];

/** Every secret that `maskSecrets` masked. */
export function secretsIn(root: JsonNode, declared: readonly SecretPointer[]): readonly string[] {
  const found: string[] = [];
  // An address that editors must not obey is masked, too, and no secret.
  compare(maskForeignSchema(root), maskSecrets(root, declared), (node) => {
    if (node.kind === 'string') found.push(node.value);
    if (node.kind === 'number') found.push(node.raw);
  });
  return found;
}

/** Calls back for every scalar of a tree in whose place a mask stands in the other. */
export function compare(root: JsonNode, masked: JsonNode, each: (node: JsonNode) => void): void {
  if (root === masked) return;
  if (root.kind === 'object' && masked.kind === 'object') {
    for (const [name, value] of root.members) compare(value, masked.members.get(name) ?? value, each);
  } else if (root.kind === 'array' && masked.kind === 'array') {
    root.items.forEach((item, at) => compare(item, masked.items[at] ?? item, each));
  } else if (isMask(masked) && !isMask(root)) each(root);
}

/** What is known of the place where a node stands. */
interface Place {
  /** The member that it is the value of, or that its list is. */
  readonly name: string;
  /** `value`: it is a secret, unless it is an object. `all`: whatever stands in it is one. */
  readonly hides: 'nothing' | 'value' | 'all';
  /** One credential of an identity. */
  readonly credential?: boolean;
}

type Members = ReadonlyMap<string, JsonNode>;

/** Copies only what changes. */
function walk(node: JsonNode, place: Place): JsonNode {
  switch (node.kind) {
    case 'object': {
      let changed: Map<string, JsonNode> | undefined;
      for (const [name, value] of node.members) {
        const masked =
          name === 'value' && isPatch(node.members)
            ? patched(textOf(node.members.get('path')), value)
            : walk(value, placeOf(name, value, node.members, place));
        if (masked !== value) (changed ??= new Map(node.members)).set(name, masked);
      }
      return changed ? { kind: 'object', members: changed } : node;
    }
    case 'array': {
      let changed: JsonNode[] | undefined;
      node.items.forEach((item, at) => {
        const masked = walk(item, place);
        if (masked !== item) (changed ??= [...node.items])[at] = masked;
      });
      return changed ? { kind: 'array', items: changed } : node;
    }
    case 'literal':
      return node;
    case 'string':
      return place.hides === 'nothing' || node.value === '' ? node : maskNode;
    case 'number':
      // A status has the name of a code, and how many tokens there are that of tokens: both are short.
      return place.hides === 'all' || (place.hides === 'value' && node.raw.length > 3) ? maskNode : node;
  }
}

function placeOf(name: string, value: JsonNode, beside: Members, above: Place): Place {
  if (above.hides === 'all' || name === 'secrets' || isConfigOfCredential(name, above)) {
    return { name, hides: 'all' };
  }
  if (PRIVATE.has(name) && isKey(beside, above.name)) return { name, hides: 'all' };
  const hides =
    isSecretName(name) || above.name === 'headers' || isSecretBeside(name, value, beside, above.name)
      ? 'value'
      : 'nothing';
  return { name, hides, credential: above.name === 'credentials' };
}

/** Of a credential of an identity, or of what a server signs in with elsewhere. */
const isConfigOfCredential = (name: string, above: Place): boolean =>
  name === 'config' && (above.credential === true || ['credentials', 'auth'].includes(above.name));

const isKey = (members: Members, name: string): boolean =>
  KEYS.has(name) ||
  members.has('kty') ||
  (members.has('n') && members.has('e')) ||
  (members.has('crv') && members.has('x'));

/** Whether a member holds a secret because of what stands beside it, or of what it is a part of. */
function isSecretBeside(name: string, value: JsonNode, beside: Members, within: string): boolean {
  switch (name) {
    case 'value':
      return (
        isSecretName(textOf(beside.get('name'))) ||
        isSecretName(textOf(beside.get('key'))) ||
        textOf(beside.get('type')) === 'password' ||
        // A form's field of which an answer that was cut off doesn't say the name.
        (within === 'attributes' && !beside.has('name'))
      );
    case 'text':
      // A form shows in texts what it shows once: the key of an authenticator app, backup codes.
      return within === 'text';
    case 'src':
      return /^data:/i.test(textOf(value));
    case 'request_url':
      return beside.has('challenge');
    case 'body':
      return isMessage(beside);
    case 'subject':
      return isMessage(beside) && holdsCode(textOf(value));
    default:
      return false;
  }
}

/** A message of the courier: its text holds a code or a link, newer servers put the code into its subject. */
const isMessage = (members: Members): boolean =>
  members.has('recipient') && (members.has('template_type') || members.has('send_count'));

const isPatch = (members: Members): boolean =>
  members.get('path')?.kind === 'string' &&
  (members.get('op')?.kind === 'string' || textOf(members.get('path')).startsWith('/'));

/** What a JSON Patch sets, masked as if it stood already where it is put. */
function patched(path: string, value: JsonNode): JsonNode {
  const segments = segmentsOf(path === '' || path.startsWith('/') ? path : `/${path}`);
  if (segments.length > DEEPEST_PATH) return walk(value, { name: '', hides: 'all' });
  const isItem = (segment: string) => /^(\d+|-)$/.test(segment);
  const document = segments.reduceRight<JsonNode>(
    (inner, segment) =>
      isItem(segment)
        ? { kind: 'array', items: [inner] }
        : { kind: 'object', members: new Map([[segment, inner]]) },
    value,
  );
  return segments.reduce<JsonNode>(
    (node, segment) =>
      (node.kind === 'array'
        ? node.items[0]
        : node.kind === 'object'
          ? node.members.get(segment)
          : undefined) ?? maskNode,
    walk(document, { name: '', hides: 'nothing' }),
  );
}

const textOf = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '');
