import type { JsonNode } from '../../ory/json/tree.ts';
import type { Kind, KindId } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { type PackedError, packError, unpackError } from './pack-error.ts';

/** Stands for a large tree between two threads. */
interface TreeRef {
  readonly $tree: string;
}

/** Stands for a kind, which has functions. */
interface KindRef {
  readonly $kind: KindId;
}

/** Stands for an error, which would lose what it is. */
interface ErrorRef {
  readonly $error: PackedError;
}

/** What `postMessage` can't take, or takes too long for, is replaced. @param refOf the name of a large tree */
export function pack(value: unknown, refOf: (node: object) => string | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isKind(value)) return { $kind: value.id } satisfies KindRef;
  if (value instanceof Error) return { $error: packError(value) } satisfies ErrorRef;
  const ref = refOf(value);
  if (ref !== undefined) return { $tree: ref } satisfies TreeRef;
  if (Array.isArray(value)) return value.map((item) => pack(item, refOf));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pack(item, refOf)]));
}

/** The other way round. @param treeOf the tree with a name */
export function unpack(value: unknown, treeOf: (ref: string) => JsonNode): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => unpack(item, treeOf));
  if (!isPlain(value)) return value;
  if ('$tree' in value) return treeOf((value as TreeRef).$tree);
  if ('$error' in value) return unpackError((value as ErrorRef).$error);
  if ('$kind' in value) return KINDS[(value as KindRef).$kind];
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unpack(item, treeOf)]));
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

const isKind = (value: object): value is Kind =>
  'nameOf' in value && typeof value.nameOf === 'function' && 'secrets' in value && 'id' in value;
