import assert from 'node:assert/strict';
import { type InputOf, OryClient } from '../../../src/ory/client.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import type { Received, TestServer } from '../support/test-server.ts';
import { assertSame } from './compare.ts';
import type { Differences } from './differences.ts';
import { type Input, inputOf, ROUNDS, TOKEN } from './inputs.ts';
import { camel, type PeerMethod } from './peer.ts';

/** Our client at one server that stands for all services; keys go where the catalogue says. */
export function ourClient(baseUrl: string): OryClient {
  const transport = new UndiciTransport();
  return new OryClient({
    endpoints: (_, credential) =>
      Promise.resolve({
        baseUrl,
        transport,
        ...(credential === 'project-key' || credential === 'workspace-key'
          ? { authorization: `Bearer ${TOKEN}` }
          : {}),
      }),
  });
}

async function lastRequest(server: TestServer, call: () => Promise<unknown>): Promise<Received> {
  const before = server.received.length;
  await call();
  assert.equal(server.received.length, before + 1, 'exactly one request');
  return server.received[before]!;
}

/**
 * Sends the same input through our client and a peer's method, and holds the two requests against each other: with
 * everything both take, over many values, and with no more than is required.
 */
export async function conform(
  operation: Operation,
  peer: PeerMethod,
  server: TestServer,
  differences: Differences | undefined,
): Promise<void> {
  const client = ourClient(server.url);
  const spelled = (name: string) => differences?.renamed?.[name] ?? camel(name);
  const names = [...Object.keys(operation.parameters), ...Object.keys(operation.body?.fields ?? {})];
  // The peers take credentials from their configuration, unless they know of none.
  const configured = (name: string) =>
    operation.parameters[name]?.scheme !== undefined && differences?.ours?.includes(name) !== true;
  const shared = names.filter((name) => configured(name) || peer.takes.includes(spelled(name)));
  assert.deepEqual(
    names.filter((name) => !shared.includes(name)).sort(),
    [...(differences?.ours ?? [])].sort(),
    'what only we take is listed',
  );
  const spare = peer.takes.filter((name) => !shared.some((own) => spelled(own) === name));
  const bodies = spare.filter((name) => !differences?.peers?.includes(name));
  assert.deepEqual(
    spare.filter((name) => !bodies.includes(name)).sort(),
    [...(differences?.peers ?? [])].sort(),
    'what only the peer takes is listed',
  );
  const document = operation.body !== undefined && operation.body.fields === undefined;
  assert.equal(bodies.length, document ? 1 : 0, `what the peer takes beside parameters: ${bodies.join()}`);

  const required = (name: string) =>
    (operation.parameters[name] ?? operation.body?.fields?.[name])?.required === true ||
    peer.needs.includes(spelled(name));
  // What only we take and insist on is sent, and no part of the comparison.
  const alone = names.filter((name) => !shared.includes(name) && operation.parameters[name]?.required);
  const compare = async (input: Input) => {
    const { parameters, fields, body } = input;
    const sent = await lastRequest(server, () =>
      client.call(operation, {
        ...parameters,
        ...(fields && Object.keys(fields).length === 0 ? {} : { body }),
      } as InputOf<Operation>),
    );
    const headers = Object.entries(sent.headers).filter(
      ([header]) => !alone.some((name) => name.toLowerCase() === header),
    );
    const ours = { ...sent, headers: Object.fromEntries(headers) };
    const values = Object.fromEntries(
      Object.entries({ ...parameters, ...fields }).map(([name, value]) => [spelled(name), value]),
    );
    const [bodyName] = bodies;
    if (bodyName !== undefined) values[bodyName] = body;
    const peers = await lastRequest(server, () => peer.call(values));
    const emptied = differences?.peersBody !== undefined;
    if (emptied) assert.equal(peers.body, differences.peersBody);
    const { contentType } = operation.answer;
    assertSame(
      ours,
      emptied ? { ...peers, body: '' } : peers,
      contentType === 'none' ? 'application/json' : contentType,
    );
  };
  for (let round = 0; round < ROUNDS; round += 1)
    await compare(inputOf(operation, round, (name) => shared.includes(name) || alone.includes(name)));
  await compare(
    inputOf(
      operation,
      0,
      (name) => alone.includes(name) || (shared.includes(name) && (required(name) || configured(name))),
    ),
  );
}
