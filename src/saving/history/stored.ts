import { createHash } from 'node:crypto';
import { type JsonNode, parseJson, printJson } from '../../ory/json/tree.ts';
import type { KindId } from '../../kinds/kind.ts';
import type { ResourceKey } from './resource-key.ts';

/** Which side of a save a version was on; `sent` is what was saved where the server kept something else. */
export type Moment = 'before' | 'sent' | 'after';

/** What is kept of a version beside its document. */
export interface VersionFacts {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly moment: Moment;
  /** What people called it then. */
  readonly name: string;
  /** Name of the connection then. */
  readonly where: string;
  /** Places that the save changed, the first of them; of a version after a save. */
  readonly changed: readonly (readonly string[])[];
  /** What it took away that no version can bring back, in words: keys and hashes are not kept. */
  readonly gone?: string;
}

/** The first line of a file; the document follows. */
interface Head extends VersionFacts {
  readonly v: 1;
  readonly kind: KindId;
  readonly id: string;
  /** SHA-256 of the document's text, to notice a file that was cut off. */
  readonly sha256: string;
}

const MOST_PLACES = 20;

/** The text of a version's file. */
export function encodeVersion(key: ResourceKey, facts: VersionFacts, document: JsonNode): string {
  const text = printJson(document);
  const head: Head = {
    v: 1,
    ...facts,
    changed: facts.changed.slice(0, MOST_PLACES),
    kind: key.kind,
    id: key.id,
    sha256: sha256(text),
  };
  return `${JSON.stringify(head)}\n${text}\n`;
}

/** A version as it was read from its file. */
export interface Decoded {
  readonly facts: VersionFacts;
  document(): JsonNode;
}

/** Undefined where the file is damaged, or not of that resource. */
export function decodeVersion(text: string, { kind, id }: ResourceKey): Decoded | undefined {
  const end = text.indexOf('\n');
  const head = headOf(text.slice(0, Math.max(end, 0)));
  const body = text.slice(end + 1).replace(/\n$/, '');
  if (head?.sha256 !== sha256(body) || head.kind !== kind || head.id !== id) return undefined;
  return { facts: head, document: () => parseJson(body) };
}

function headOf(line: string): Head | undefined {
  try {
    const head = JSON.parse(line) as Partial<Head> | null;
    const { v, at, changed } = head ?? {};
    return v === 1 && typeof at === 'number' && Array.isArray(changed) ? (head as Head) : undefined;
  } catch {
    return undefined;
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
