import assert from 'node:assert/strict';
import { type InputOf, OryClient } from '../../../src/ory/client.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { isNoRoute } from '../../../src/ory/no-route.ts';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { bodyTemplate } from '../../../src/ory/runner/body-templates.ts';
import { callInputOf } from '../../../src/ory/runner/run-input.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { start } from './harness.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What everything that must be given is given: an id that nothing has. */
function inputFor(operation: Operation): Record<string, unknown> {
  const values = Object.entries(operation.parameters)
    .filter(([, { required }]) => required)
    .map(([name, { type, values: [first] = [NOBODY] }]) => [name, type === 'integer' ? 1 : first] as const);
  const fields = Object.keys(operation.body?.fields ?? {}).map((name) => [name, 'x'] as const);
  return callInputOf(operation, {
    values: Object.fromEntries([...values, ...fields]),
    ...(operation.body ? { body: bodyTemplate(operation.id) } : {}),
  });
}

/** Why an answer is none of the operation's own, in a word. */
function missing(error: unknown): string | undefined {
  if (isNoRoute(error)) return `no route (${error.status})`;
  if (!isOryError(error)) return String(error);
  const { status, errorId } = error.facts;
  // Kratos' public port asks for a CSRF token wherever it knows no route.
  if (errorId === 'security_csrf_violation') return 'no route (403)';
  return status === undefined || status === 501 ? `not answered (${error.message})` : undefined;
}

describe('the sandbox and the catalogue', function () {
  let sandbox: Sandbox;
  let client: OryClient;

  before(async () => {
    const services = new Set(CATALOGUE.map(({ service }) => service));
    // Every route of the catalogue is asked for: whoever adds an operation adds it to the sandbox.
    const ports = Object.fromEntries([...services].map((service) => [service, 0]));
    sandbox = await start({ ports, clients: 1 });
    const transport = new UndiciTransport();
    const authorization = 'Bearer ory_wak_sandbox0123456789';
    client = new OryClient({
      endpoints: (service) => {
        const baseUrl = sandbox.addresses[service] ?? '';
        return Promise.resolve({ baseUrl, transport, authorization });
      },
      retry: { attempts: 1, baseMs: 1, maximumMs: 1 },
    });
  });

  after(() => sandbox.close());

  for (const operation of CATALOGUE) {
    it(`answer ${operation.id}`, async () => {
      const call = client.call(operation, inputFor(operation) as InputOf<Operation>, {});
      const why = await call.then(
        () => undefined,
        (error: unknown) => missing(error),
      );
      assert.equal(why, undefined);
    });
  }
});
