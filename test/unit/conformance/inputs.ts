import type { Field, Operation } from '../../../src/ory/operations/operation.ts';

/** What both clients are given: values by the names of the wire, and a body. */
export interface Input {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The credential that both clients are configured with. */
export const TOKEN = 'ory_pat_conformance-0123456789';
export const BASIC = { username: 'client id', password: 's3cret/ü:+%' };

const texts = [
  'plain-1',
  'a/b c',
  'ünï–测试 🔑',
  "o'hara+x@example.com",
  '100%&x=y#z?',
  '../../etc/passwd',
  '"{}[]|\\^`<>~!*()',
  'urn:a;b,c:d=e',
  '%2e%2e%2F',
  ' leading and trailing ',
] as const;
/** HTTP headers hold ASCII. */
const headers = ['ory_st_abc/+=.~', 'a=b; csrf_token_1="x, y"; ory_session=%2F', 'x'] as const;
const integers = [1, 250, 0, 9007199254740991] as const;
const lists = [
  ['oidc'],
  ['a,b', 'ü ö', 'c/d&e=f'],
  ['identity', 'devices', 'identity'],
  [] as string[],
] as const;
const documents = [
  { name: 'ünï 🔑', nested: { list: [1, 2.5, null, true, []], empty: {} }, 'odd key/~"': '<&>\u2028' },
  [
    { op: 'replace', path: '/traits/a~1b', value: { z: 1, a: [null, 'é\n'] } },
    { op: 'remove', path: '/x' },
  ],
  { scope: 'a b', 10: 'integer-like key', gone: undefined, 'with space': ' ' },
  {},
] as const;
const languages = ['class User implements Namespace {}\n', '// ünï 测试\r\n\tclass "x" {}', ' '] as const;

const pick = <T>(pool: readonly T[], at: number): T => pool[at % pool.length] as T;

/** How many rounds of values there are: every value of the longest pool meets every parameter. */
export const ROUNDS = texts.length;

function valueOf({ type }: Field, place: 'header' | 'elsewhere', at: number): unknown {
  switch (type) {
    case 'string':
      return place === 'header' ? pick(headers, at) : pick(texts, at);
    case 'integer':
      return pick(integers, at);
    case 'boolean':
      return at % 2 === 0;
    case 'string[]':
      return pick(lists, at);
  }
}

/**
 * Values for the parameters that are asked for; each round shifts them by one, so that they meet in ever new ways.
 * Credentials are fixed: the peers take them from their configuration.
 */
export function inputOf(operation: Operation, round: number, wanted: (name: string) => boolean): Input {
  const parameters: Record<string, unknown> = {};
  for (const [at, [name, parameter]] of Object.entries(operation.parameters).entries()) {
    if (!wanted(name)) continue;
    if (parameter.scheme)
      parameters[name] = parameter.scheme === 'Basic' ? `${BASIC.username}:${BASIC.password}` : TOKEN;
    else
      parameters[name] = valueOf(parameter, parameter.in === 'header' ? 'header' : 'elsewhere', round + at);
  }
  const { body } = operation;
  if (!body) return { parameters };
  if (body.fields) {
    const fields: Record<string, unknown> = {};
    for (const [at, [name, field]] of Object.entries(body.fields).entries())
      if (wanted(name)) fields[name] = valueOf(field, 'elsewhere', round + at + 1);
    return { parameters, fields, body: fields };
  }
  return {
    parameters,
    body: body.contentType === 'text/plain' ? pick(languages, round) : pick(documents, round),
  };
}
