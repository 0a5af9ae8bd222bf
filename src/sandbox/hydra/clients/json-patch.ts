import { JsonDepthError, MAX_DEPTH } from '../../json/read.ts';
import { copy, isDeeperThan, isObject } from '../../json/values.ts';

interface Operation {
  readonly op: unknown;
  readonly path: unknown;
  readonly value: unknown;
}

/**
 * Applies a JSON Patch the way the server does: `add`, `remove` and `replace` only; a replace of something that is
 * not there adds it (an array element must exist); an add makes the objects on its way.
 * @param denied paths that a patch may not touch
 * @throws JsonDepthError when the result is too deep to be kept.
 * @throws Error when an operation cannot be applied; nothing tells which.
 */
export function applyJsonPatch(document: unknown, patch: unknown, denied: readonly string[]): unknown {
  if (patch === null) return document;
  if (!Array.isArray(patch)) throw new Error('a patch is a list of operations');
  let result = copy(document);
  for (const operation of patch as Operation[]) {
    if (!isObject(operation)) throw new Error('an operation is an object');
    result = applyOne(result, operation, denied);
  }
  if (isDeeperThan(result, MAX_DEPTH)) throw new JsonDepthError();
  return result;
}

function applyOne(document: unknown, operation: Operation, denied: readonly string[]): unknown {
  const { op, path, value } = operation;
  if ((op === 'add' || op === 'replace') && !('value' in operation)) throw new Error('a value is missing');
  if (path === '' && (op === 'add' || op === 'replace')) return copy(value ?? null);
  if (typeof path !== 'string' || !path.startsWith('/')) throw new Error('a path starts with a slash');
  if (denied.includes(path.toLowerCase())) throw new Error('this path is not for patches');
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  if (op === 'add') add(parentOf(document, keys, last, true), last, copy(value ?? null));
  else if (op === 'replace' && isIndex(last))
    replaceElement(parentOf(document, keys, last, false), last, copy(value ?? null));
  else if (op === 'replace') add(parentOf(document, keys, last, true), last, copy(value ?? null));
  else if (op === 'remove') remove(parentOf(document, keys, last, false), last);
  else throw new Error('only add, remove and replace are known');
  return document;
}

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => Array.isArray(value) || isObject(value);
const isIndex = (key: string): boolean => key === '-' || /^-?\d+$/.test(key);

function parentOf(document: unknown, keys: readonly string[], last: string, make: boolean): Container {
  if (!isContainer(document)) throw new Error('the document has no members');
  let at: Container = document;
  for (const [depth, key] of keys.entries()) {
    let next: unknown = Array.isArray(at) ? at[Number(key)] : Object.hasOwn(at, key) ? at[key] : undefined;
    if ((next === undefined || next === null) && make) {
      next = isIndex(keys[depth + 1] ?? last) ? [] : {};
      add(at, key, next);
    }
    if (!isContainer(next)) throw new Error('a part of the path does not exist');
    at = next;
  }
  return at;
}

function add(container: Container, key: string, value: unknown): void {
  if (!Array.isArray(container)) define(container, key, value);
  else container.splice(key === '-' ? container.length : index(key, container.length), 0, value);
}

function replaceElement(container: Container, key: string, value: unknown): void {
  if (Array.isArray(container)) container[index(key, container.length - 1)] = value;
  else if (Object.hasOwn(container, key)) define(container, key, value);
  else throw new Error('there is nothing to replace');
}

function remove(container: Container, key: string): void {
  if (Array.isArray(container)) container.splice(index(key, container.length - 1), 1);
  else if (!Object.hasOwn(container, key)) throw new Error('there is nothing to remove');
  else Reflect.deleteProperty(container, key);
}

/** Sets a member whatever its name is; an assignment to `__proto__` would not. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A position up to `max`; negative ones count from there: -1 is the last. */
function index(key: string, max: number): number {
  if (!/^-?\d+$/.test(key)) throw new Error('there is no such element');
  const at = Number(key) < 0 ? Number(key) + max + 1 : Number(key);
  if (at < 0 || at > max) throw new Error('there is no such element');
  return at;
}
