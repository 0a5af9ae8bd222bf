import { isObject, type JsonObject } from '../json/values.ts';

/** A fault that the sandbox plays on matching requests; every effect is optional. */
export interface FaultRule {
  readonly match: FaultMatch;
  /** Milliseconds to wait before anything else. */
  readonly latency_ms?: number;
  /** Answer with this status instead of asking the service. */
  readonly status?: number;
  /** Body of that answer: text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Headers added to the answer, the service's or the fault's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Cut the connection without an answer. */
  readonly reset?: boolean;
  /** Send only so many bytes of the body, then cut the connection. */
  readonly truncate?: number;
  /** Answer 429 to more than `limit` requests within `window_s` seconds. */
  readonly rate_limit?: { readonly limit: number; readonly window_s: number };
  /** Stop after so many requests were affected. */
  readonly times?: number;
  /** From 0 to 1: the share of matching requests that are affected. */
  readonly probability?: number;
}

export interface FaultMatch {
  readonly service?: string;
  readonly method?: string;
  /** The path begins with this text; `/…/` is a regular expression over the path with its query. */
  readonly path?: string;
}

type Check = (value: unknown) => boolean;
const atLeast =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const text: Check = (value) => typeof value === 'string';

const RULE: Readonly<Record<string, readonly [Check, string]>> = {
  match: [(value) => value === undefined || isObject(value), 'an object'],
  latency_ms: [atLeast(0, 600_000), 'a number of milliseconds up to 600000'],
  status: [atLeast(200, 599), 'a status from 200 to 599'],
  body: [() => true, 'anything'],
  headers: [(value) => isObject(value) && Object.values(value).every(text), 'an object of texts'],
  reset: [(value) => typeof value === 'boolean', 'true or false'],
  truncate: [atLeast(0), 'a number of bytes'],
  rate_limit: [
    (value) => isObject(value) && atLeast(0)(value.limit) && atLeast(0.001)(value.window_s),
    '{"limit":…,"window_s":…}',
  ],
  times: [atLeast(1), 'a number above zero'],
  probability: [atLeast(0, 1), 'a number from 0 to 1'],
};
const MATCH: Readonly<Record<string, readonly [Check, string]>> = {
  service: [text, 'a text'],
  method: [text, 'a text'],
  path: [(value) => text(value) && isPathMatch(value as string), 'a prefix or a valid /regular expression/'],
};

/** Rules from `{"rules":[…]}`, a list, or one rule. Throws a RangeError that names what is wrong. */
export function parseRules(value: unknown): readonly FaultRule[] {
  const rules = Array.isArray(value) ? value : isObject(value) && 'rules' in value ? value.rules : [value];
  if (!Array.isArray(rules)) throw new RangeError('rules: a list is wanted');
  return rules.map((rule: unknown, index) => {
    if (!isObject(rule)) throw new RangeError(`rule ${index}: an object is wanted`);
    check(rule, RULE, `rule ${index}`);
    const match = isObject(rule.match) ? rule.match : {};
    check(match, MATCH, `rule ${index}: match`);
    return { ...rule, match };
  });
}

/** True when the rule speaks of this request. */
export function matchesRule(
  match: FaultMatch,
  request: { service: string; method: string; path: string },
): boolean {
  if (match.service !== undefined && match.service !== request.service) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.path === undefined) return true;
  const pattern = asPattern(match.path);
  return pattern ? pattern.test(request.path) : request.path.startsWith(match.path);
}

function check(value: JsonObject, known: typeof RULE, where: string): void {
  for (const [key, given] of Object.entries(value)) {
    const rule = known[key];
    if (!rule)
      throw new RangeError(`${where}: ${key} is unknown; known are ${Object.keys(known).join(', ')}`);
    if (!rule[0](given)) throw new RangeError(`${where}: ${key} must be ${rule[1]}`);
  }
}

function asPattern(path: string): RegExp | undefined {
  return path.length > 2 && path.startsWith('/') && path.endsWith('/')
    ? new RegExp(path.slice(1, -1))
    : undefined;
}

function isPathMatch(path: string): boolean {
  try {
    asPattern(path);
    return true;
  } catch {
    return false;
  }
}
