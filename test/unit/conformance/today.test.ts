import assert from 'node:assert/strict';
import * as ory from '@ory/client';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { FROM_TODAY } from './differences.ts';
import { conform } from './drive.ts';
import { BASIC, TOKEN } from './inputs.ts';
import { named, type PeerMethod } from './peer.ts';

type Api = new (configuration: ory.Configuration) => object;
const members = ory as unknown as Record<string, unknown>;
const apis = Object.keys(members).filter((name) => name.endsWith('Api'));

/** @ory/client 1.22.66 and ours make the same requests, but for what `differences.ts` lists and explains. */
describe('conformance with today’s API', () => {
  let server: TestServer;
  before(async () => (server = await startTestServer((_, response) => answerJson(response, {}))));
  after(() => server.close());

  const methodOf = ({ parameters, id }: Operation): PeerMethod | undefined => {
    const basic = parameters.Authorization?.scheme === 'Basic';
    const credential = basic ? BASIC : { accessToken: TOKEN };
    const configuration = new ory.Configuration({ basePath: server.url, ...credential });
    for (const name of apis) {
      const api = new (members[name] as Api)(configuration);
      const creator = (members[`${name}AxiosParamCreator`] as () => never)();
      const method = named(api, creator, id);
      if (method) return method;
    }
    return undefined;
  };

  it('covers each of its 171 operations, once', () => {
    const theirs = apis.flatMap((name) =>
      Object.getOwnPropertyNames((members[name] as Api).prototype).filter((one) => one !== 'constructor'),
    );
    assert.equal(theirs.length, 171);
    assert.deepEqual(CATALOGUE.map(({ id }) => id).sort(), theirs.sort());
  });

  for (const operation of CATALOGUE) {
    it(operation.id, async () => {
      const peer = methodOf(operation);
      assert.ok(peer, `the peer has no ${operation.id}`);
      await conform(operation, peer, server, FROM_TODAY[operation.id]);
    });
  }
});
