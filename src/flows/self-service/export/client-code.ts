import { isMask } from '../../../ory/secrets/mask.ts';
import type { JsonNode } from '../../../ory/json/tree.ts';
import { parseJson } from '../../../ory/json/tree.ts';
import type { Step } from '../steps.ts';
import { BROWSER_PART, HELPERS } from './client-code-parts.ts';
import { type Origin, originsOf } from './origins.ts';

/**
 * Steps as a TypeScript module on `@ory/client` that plays them from the start. Ids of flows, CSRF tokens and the
 * session's token are read from its own answers; a secret that a person typed is an environment variable.
 * @param basePath base URL of Kratos' public port
 */
export function clientCode(steps: readonly Step[], basePath: string): string {
  const code = new Code(steps);
  const calls = steps.flatMap((step) => ['', ...code.callOf(step)]);
  const body = calls.join('\n');
  const browser = steps.some(({ kind }) => kind === 'browser');
  const types = [
    ...new Set([...body.matchAll(/\b(?:as|<)\s?(Update\w+Body|\w+Flow)\b/g)].map(([, name]) => name)),
  ];
  const helpers = HELPERS.filter(({ when }) => when.test(body)).map(({ code: helper }) => helper);
  const axios = browser || /\brefused</.test(body);
  return [
    ...(axios ? ["import axios from 'axios';"] : []),
    `import { Configuration, FrontendApi${types.map((name) => `, type ${name ?? ''}`).join('')} } from '@ory/client';`,
    ...[...(browser ? [BROWSER_PART] : []), ...helpers].flatMap((part) => ['', part]),
    '',
    `const basePath = process.env.ORY_SDK_URL ?? ${literal(basePath)};`,
    `const ory = new FrontendApi(new Configuration({ basePath })${browser ? ', undefined, browser' : ''});`,
    body,
    '',
  ].join('\n');
}

class Code {
  private readonly origins: ReadonlyMap<string, Origin>;
  private readonly uses = new Map<string, number>();
  /** Expression for the token of the session. */
  private token: string | undefined;
  /** Expression for the latest CSRF token. */
  private csrf = "''";
  private logoutToken = "''";

  constructor(steps: readonly Step[]) {
    this.origins = originsOf(steps);
  }

  callOf(step: Step): readonly string[] {
    const { operation, status = 0, number, isFlow } = step;
    const call = operation.body?.fields
      ? this.formPost(step)
      : `ory.${operation.id}(${this.argumentOf(step)})`;
    const name = `answer${number}`;
    const flowType = /(Login|Registration|Recovery|Verification|Settings)Flow$/.exec(operation.id)?.[0];
    const refused = status >= 300 || status === 0;
    const line = refused
      ? `const ${name} = await refused<${isFlow && flowType ? flowType : 'unknown'}>(\n  ${call.replaceAll('\n', '\n  ')},\n);`
      : `const { data: ${name} } = await ${call};`;
    this.learn(step, name);
    return [
      `// ${number}. ${operation.id}: ${status || 'no answer'}`,
      line,
      `console.log(${literal(operation.id)}, ${name});`,
    ];
  }

  private learn(step: Step, name: string): void {
    if (step.isFlow && step.kind === 'browser') this.csrf = `csrfOf(${name})`;
    if (step.answer.includes('"session_token"')) this.token = `at(${name}, 'session_token')`;
    if (step.answer.includes('"logout_token"')) this.logoutToken = `at(${name}, 'logout_token')`;
  }

  /** What the client has no call for: a form, as a page posts it. */
  private formPost(step: Step): string {
    const { operation, input } = step;
    const pair = ([name, value]: [string, unknown]) =>
      `${property(name)}: ${this.formValueOf(name, value, step)}`;
    const all = Object.entries(input.values).filter(([name]) => name !== 'Cookie');
    const isField = ([name]: [string, unknown]) => operation.body?.fields?.[name] !== undefined;
    const fields = all.filter(isField).map((one) => `    ${pair(one)},\n`);
    const params = all.filter((one) => !isField(one)).map(pair);
    return [
      `browser.post(\n  basePath + ${literal(operation.path)},`,
      `  new URLSearchParams({\n${fields.join('')}  }),`,
      `  { params: { ${params.join(', ')} }, headers: { Accept: 'text/html' } },\n)`,
    ].join('\n');
  }

  private formValueOf(name: string, value: unknown, step: Step): string {
    if (name === 'csrf_token') return this.csrf;
    return step.operation.body?.fields?.[name]?.secret ? this.secret(name) : this.valueOf(name, value, step);
  }

  private argumentOf(step: Step): string {
    const { operation, input } = step;
    const members = Object.entries(input.values)
      .filter(([name]) => name !== 'Cookie')
      .map(([name, value]) => `${camel(name)}: ${this.valueOf(name, value, step)}`);
    if (input.body !== undefined && operation.body) {
      const type = `${operation.id.charAt(0).toUpperCase()}${operation.id.slice(1)}Body`;
      const name = operation.id === 'performNativeLogout' ? 'performNativeLogoutBody' : `${operation.id}Body`;
      const cast = type.startsWith('Update') ? ` as ${type}` : '';
      members.push(`${name}: ${this.literalOf(parseJson(input.body), '', 1)}${cast}`);
    }
    return members.length === 0 ? '' : `{\n  ${members.join(',\n  ')},\n}`;
  }

  private valueOf(name: string, value: unknown, step: Step): string {
    if (name === 'X-Session-Token') return this.sessionToken();
    if (name === 'token' && step.operation.id === 'updateLogoutFlow') return this.logoutToken;
    if (step.operation.parameters[name]?.secret) return this.secret(name);
    const origin = typeof value === 'string' ? this.origins.get(value) : undefined;
    if (!origin) return literal(value);
    const path = [`answer${origin.step}`, ...origin.path.map(literal)].join(', ');
    return origin.within ? `idIn(at(${path}))` : `at(${path})`;
  }

  private literalOf(node: JsonNode, name: string, level: number): string {
    if (isMask(node)) {
      if (name === 'csrf_token') return this.csrf;
      return name === 'session_token' ? this.sessionToken() : this.secret(name);
    }
    const indent = '  '.repeat(level + 1);
    switch (node.kind) {
      case 'object':
        return `{\n${[...node.members]
          .map(([key, one]) => `${indent}${property(key)}: ${this.literalOf(one, key, level + 1)},\n`)
          .join('')}${'  '.repeat(level)}}`;
      case 'array':
        return `[${node.items.map((one) => this.literalOf(one, name, level)).join(', ')}]`;
      case 'string':
        return literal(node.value);
      case 'number':
        return node.raw;
      case 'literal':
        return String(node.value);
    }
  }

  private sessionToken(): string {
    return this.token ?? "secret('SESSION_TOKEN')";
  }

  /** A password that was wrong and one that was right are two. */
  private secret(name: string): string {
    const base = name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
    const count = (this.uses.get(base) ?? 0) + 1;
    this.uses.set(base, count);
    return `secret('${base}${count > 1 ? `_${count}` : ''}')`;
  }
}

const property = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));

const camel = (name: string): string =>
  name
    .replace(/^[A-Z]/, (first) => first.toLowerCase())
    .replace(/[-_]([a-zA-Z])/g, (_, letter: string) => letter.toUpperCase());

/** A value in TypeScript, in single quotes; nothing in it can end the quotes. */
function literal(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
