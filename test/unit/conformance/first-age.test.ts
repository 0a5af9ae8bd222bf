import assert from 'node:assert/strict';
import { Configuration, V0alpha2Api, V0alpha2ApiAxiosParamCreator } from 'ory-client-alpha';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import type { Operation } from '../../../src/ory/operations/operation.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';
import { SINCE_THE_FIRST_AGE } from './differences.ts';
import { conform } from './drive.ts';
import { BASIC, TOKEN } from './inputs.ts';
import { camel, positional } from './peer.ts';

/** @ory/client 0.2.0-alpha.18 and ours make the same requests, but for what `differences.ts` lists and explains. */
describe('conformance with the API’s first age', () => {
  let server: TestServer;
  before(async () => (server = await startTestServer((_, response) => answerJson(response, {}))));
  after(() => server.close());

  const creator = V0alpha2ApiAxiosParamCreator() as never;
  const methodOf = ({ parameters, formerId }: Operation) => {
    // A client shows itself by id and secret, everybody else by a token.
    const basic = parameters.Authorization?.scheme === 'Basic';
    const credential = basic ? BASIC : { accessToken: TOKEN };
    const api = new V0alpha2Api(new Configuration({ basePath: server.url, ...credential }));
    return positional(api, creator, camel(formerId ?? ''));
  };
  const operations = CATALOGUE.filter(({ formerId }) => formerId !== undefined);

  it('covers each of its 91 operations, once', () => {
    const theirs = Object.getOwnPropertyNames(V0alpha2Api.prototype).filter((name) => name !== 'constructor');
    assert.equal(theirs.length, 91);
    assert.deepEqual(operations.map(({ formerId }) => camel(formerId!)).sort(), theirs.sort());
  });

  for (const operation of operations) {
    it(`${operation.id} (${operation.formerId})`, async () => {
      const peer = methodOf(operation);
      assert.ok(peer, `the peer has no ${operation.formerId}`);
      await conform(operation, peer, server, SINCE_THE_FIRST_AGE[operation.id]);
    });
  }

  it('lists differences of no other operation', () => {
    const ids = operations.map(({ id }) => id);
    assert.deepEqual(
      Object.keys(SINCE_THE_FIRST_AGE).filter((id) => !ids.includes(id)),
      [],
    );
  });
});
