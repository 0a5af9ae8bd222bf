import { JsonSyntaxError, MAX_DEPTH, readJson } from './read.ts';
import { copy, isDeeperThan, isObject, kindOf } from './values.ts';
import { writeJson } from './write.ts';

/** A patch that cannot be read (`unreadable`) or not be applied; the message is the server's. */
export class PatchError extends Error {
  readonly unreadable: boolean;

  constructor(message: string, unreadable = false) {
    super(message);
    this.unreadable = unreadable;
  }
}

interface Operation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

/**
 * JSON Patch as the servers understand it: add, remove and replace only, replace of what is not there adds it,
 * missing parents are made, the first step of a path is dropped even when the slash before it is missing.
 * `denied` are paths (in lower case) that must not be touched themselves. Throws a PatchError; nothing is half done.
 */
export function applyPatch(document: unknown, patch: string, denied: readonly string[]): unknown {
  const operations = readOperations(patch);
  for (const { path } of operations) {
    if (denied.includes(path.toLowerCase())) throw new PatchError(`patch includes denied path: ${path}`);
  }
  const result = copy(document);
  for (const operation of operations) applyOne(result, operation);
  if (isDeeperThan(result, MAX_DEPTH)) throw new PatchError('exceeded max depth');
  return result;
}

function readOperations(text: string): readonly Operation[] {
  let patch: unknown;
  try {
    patch = readJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    throw new PatchError(cause.message.replace('unexpected EOF', 'unexpected end of JSON input'), true);
  }
  if (patch === null) return [];
  if (!Array.isArray(patch)) {
    throw new PatchError(
      `json: cannot unmarshal ${kindOf(patch)} into Go value of type []identity.patchOp`,
      true,
    );
  }
  return patch.map((entry: unknown) => {
    if (!isObject(entry)) {
      throw new PatchError(
        `json: cannot unmarshal ${kindOf(entry)} into Go value of type identity.patchOp`,
        true,
      );
    }
    const { op, path } = entry;
    if (op === 'test' || op === 'move' || op === 'copy') throw new PatchError(`unsupported operation: ${op}`);
    if ((op !== 'add' && op !== 'remove' && op !== 'replace') || typeof path !== 'string') {
      throw new PatchError(`invalid operation ${writeJson(entry)}: unsupported operation`);
    }
    if (op !== 'remove' && !('value' in entry)) {
      throw new PatchError(`invalid operation ${writeJson(entry)}: missing value`);
    }
    return { op, path, value: entry.value ?? null };
  });
}

function applyOne(document: unknown, { op, path, value }: Operation): void {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const key = steps.pop();
  const fail = (why: string): never => {
    throw new PatchError(`error in ${op} for path: '${path}': ${why}`);
  };
  if (key === undefined) return fail('the whole document cannot be changed: missing value');
  const parent = parentOf(document, steps, key, op === 'remove');
  if (Array.isArray(parent)) {
    changeList(parent as unknown[], key, op, value, fail);
    return;
  }
  if (!isObject(parent)) return fail(`unable to reach ${key}: missing value`);
  if (op !== 'remove') define(parent, key, value);
  else if (Object.hasOwn(parent, key)) Reflect.deleteProperty(parent, key);
  else fail(`unable to remove nonexistent key: ${key}: missing value`);
}

function parentOf(document: unknown, steps: readonly string[], key: string, mustExist: boolean): unknown {
  let here: unknown = document;
  for (const [at, step] of steps.entries()) {
    let next: unknown = Array.isArray(here)
      ? (here as unknown[])[Number(step)]
      : isObject(here) && Object.hasOwn(here, step)
        ? here[step]
        : undefined;
    if ((next === undefined || next === null) && !mustExist && isObject(here)) {
      const child = steps[at + 1] ?? key;
      next = child === '-' || /^\d+$/.test(child) ? [] : {};
      define(here, step, next);
    }
    here = next;
  }
  return here;
}

function changeList(
  list: unknown[],
  key: string,
  op: Operation['op'],
  value: unknown,
  fail: (why: string) => never,
): void {
  if (key === '-' && op === 'add') {
    list.push(value);
    return;
  }
  const index = /^-?\d+$/.test(key) ? Number(key) : NaN;
  const limit = op === 'add' ? list.length : list.length - 1;
  // Counted from the end, -1 is the last place that there is: behind the last element for what is added.
  const place = index < 0 ? limit + 1 + index : index;
  if (!(place >= 0 && place <= limit))
    fail(`unable to access invalid index ${key}: invalid index referenced`);
  if (op === 'add') list.splice(place, 0, value);
  else if (op === 'remove') list.splice(place, 1);
  else list[place] = value;
}

/** An own property whatever its name: `__proto__` must not reach the prototype. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
