import { setImmediate } from 'node:timers/promises';
import type { JsonNode } from '../json/tree.ts';
import { isMask, MASK } from './mask.ts';
import { isSecretName } from './secret-names.ts';
import type { Redactor } from './redactor.ts';

const mask: JsonNode = { kind: 'string', value: MASK };

/** Characters that the redactor is asked about at once: one by one, a million short texts take seconds. */
const AT_ONCE = 64 * 1024;

/**
 * A masked document in which also those texts are masked that only the redactor knows or recognises, or that
 * have the name of a secret: a key that was entered once, a token that somebody keeps in metadata. Others have their turn in between, however large it is.
 * @returns undefined where a name is a secret: such a document can't be kept
 */
export async function hideSecrets(
  root: JsonNode,
  redactor: Pick<Redactor, 'text'>,
): Promise<JsonNode | undefined> {
  const secrets = new Set<JsonNode>();
  // What is about to be sent goes first.
  await setImmediate();
  for (const batch of batches(root, secrets)) {
    for (const { node } of unclean(batch, redactor)) {
      if (!node) return undefined;
      secrets.add(node);
    }
    await setImmediate();
  }
  return secrets.size > 0 ? without(secrets, root) : root;
}

/** A text with its name, because some secrets are known by that alone; a name by itself has no node. */
interface Said {
  readonly text: string;
  readonly node: JsonNode | undefined;
}

/** Names of members are words; somebody's password may be one of them, and says nothing about the name. */
const isWord = (name: string): boolean => /^[A-Za-z_$@.-]*$/.test(name);

/** @param secrets takes those that their name tells already */
function* batches(root: JsonNode, secrets: Set<JsonNode>): Generator<readonly Said[]> {
  let batch: Said[] = [];
  let length = 0;
  const names = new Set<string>();
  const rest: (readonly [JsonNode, string])[] = [[root, '']];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [node, name] = next;
    if (!names.has(name)) {
      names.add(name);
      if (!isWord(name)) {
        batch.push({ text: name, node: undefined });
        length += name.length;
      }
    }
    if (node.kind === 'object') for (const [member, value] of node.members) rest.push([value, member]);
    if (node.kind === 'array') for (const item of node.items) rest.push([item, name]);
    if (node.kind === 'string' && node.value !== '' && !isMask(node)) {
      if (isSecretName(name)) secrets.add(node);
      else {
        const text = said(name, node.value);
        batch.push({ text, node });
        length += text.length;
      }
    }
    if (length < AT_ONCE) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  yield batch;
}

function said(name: string, value: string): string {
  const quoted = JSON.stringify(value);
  const told = `${JSON.stringify(name)}: ${quoted}`;
  return quoted.length === value.length + 2 ? told : `${value}\n${told}`;
}

/** Those that the redactor would change. What it takes for a secret by itself, it does among others, too. */
function unclean(batch: readonly Said[], redactor: Pick<Redactor, 'text'>): readonly Said[] {
  const text = batch.map((each) => each.text).join('\n');
  if (redactor.text(text) === text) return [];
  if (batch.length === 1) return batch;
  const half = Math.ceil(batch.length / 2);
  return [...unclean(batch.slice(0, half), redactor), ...unclean(batch.slice(half), redactor)];
}

function without(secrets: ReadonlySet<JsonNode>, node: JsonNode): JsonNode {
  if (node.kind === 'object') {
    const members = [...node.members].map(([name, value]) => [name, without(secrets, value)] as const);
    return { kind: 'object', members: new Map(members) };
  }
  if (node.kind === 'array')
    return { kind: 'array', items: node.items.map((item) => without(secrets, item)) };
  return secrets.has(node) ? mask : node;
}
