import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { OryClient } from '../../src/ory/client.ts';
import { isList } from '../../src/ory/shapes/check.ts';
import { isOryError } from '../../src/ory/errors.ts';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import { type Operation, RawBody } from '../../src/ory/operations/operation.ts';
import { testClient } from '../unit/support/test-client.ts';
import { startTestServer, type TestServer } from '../unit/support/test-server.ts';

/**
 * Feeds the client what real servers answered, of both ages: every recorded answer of an operation in the catalogue
 * is either data, digit for digit, or one error that keeps status, reason and body. The folder with the recordings is
 * named by ORY_CONTRACT.
 */
interface Recorded {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly text?: string;
}
interface Step {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly service: string;
  readonly recorded?: Record<string, Recorded>;
}

const folder = process.env.ORY_CONTRACT ?? '';
const patterns = CATALOGUE.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

function operationOf(step: Step): { operation: Operation; parameters: Record<string, string> } | undefined {
  const [path = ''] = step.path.split('?');
  for (const { operation, pattern } of patterns) {
    if (operation.method !== step.method || operation.service !== step.service) continue;
    const found = pattern.exec(path);
    if (!found) continue;
    // What was asked plays no part here, but a call is not made without what it needs.
    const needed = Object.keys(operation.parameters).filter((name) => operation.parameters[name]?.required);
    return {
      operation,
      parameters: { ...Object.fromEntries(needed.map((name) => [name, 'x'])), ...found.groups },
    };
  }
  return undefined;
}

const call = (client: OryClient, operation: Operation, parameters: Record<string, string>) =>
  client.call(operation, { ...parameters, ...(operation.body ? { body: new RawBody('{}') } : {}) } as never);

describe('answers that real servers gave', () => {
  let server: TestServer;
  let answer: Recorded;
  before(async () => {
    server = await startTestServer((_, response) => {
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body === undefined ? (answer.text ?? '') : JSON.stringify(answer.body));
    });
  });
  after(() => server.close());

  for (const label of ['kratos-head', 'kratos-011', 'hydra-head', 'hydra-20', 'keto-head']) {
    it(`are understood (${label})`, async () => {
      const client = testClient(server.url, undefined, { retry: { attempts: 1, baseMs: 1, maximumMs: 1 } });
      const service = label.split('-')[0] ?? '';
      let fed = 0;
      for (const file of readdirSync(join(folder, service))) {
        const { steps } = JSON.parse(readFileSync(join(folder, service, file), 'utf8')) as { steps: Step[] };
        for (const step of steps) {
          const recorded = step.recorded?.[label];
          const found = operationOf(step);
          if (!recorded || !found) continue;
          answer = recorded;
          fed += 1;
          await understand(client, found, recorded, `${file}: ${step.id}`);
        }
      }
      assert.ok(fed > 100, `only ${fed} answers were fed`);
    });
  }
});

async function understand(
  client: OryClient,
  { operation, parameters }: NonNullable<ReturnType<typeof operationOf>>,
  recorded: Recorded,
  where: string,
): Promise<void> {
  if (recorded.status >= 200 && recorded.status < 300) {
    const reply = await call(client, operation, parameters);
    // Old servers write an empty list as null.
    const expected = isList(operation.id) ? (recorded.body ?? []) : recorded.body;
    if (recorded.body !== undefined) assert.deepEqual(reply.data, expected, where);
    return;
  }
  const error: unknown = await call(client, operation, parameters).then(
    () => assert.fail(`${where}: ${recorded.status} was taken for a success`),
    (reason: unknown) => reason,
  );
  assert.ok(isOryError(error), `${where}: ${String(error)}`);
  assert.equal(error.status, recorded.status, where);
  if (recorded.status < 400) assert.equal(error.kind, 'redirected', where);
  else if (error.kind === 'refused' && JSON.stringify(recorded.body ?? '').includes('message')) {
    assert.ok(error.facts.reason, `${where}: no reason found in ${JSON.stringify(recorded.body)}`);
  }
}
