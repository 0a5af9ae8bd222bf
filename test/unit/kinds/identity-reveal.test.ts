import assert from 'node:assert/strict';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { testClient } from '../support/test-client.ts';
import { answerJson, startTestServer, type TestServer } from '../support/test-server.ts';

const config = { password: { hashed_password: 'hash' }, oidc: { providers: [{ subject: 's' }] } };

describe('revealing an identity', () => {
  let server: TestServer;
  /** Types that the server hands out; it refuses the whole request for another, as Kratos does. */
  let known: readonly string[];
  let has: readonly (keyof typeof config)[];

  beforeEach(async () => {
    server = await startTestServer(({ url }, response) => {
      const asked = new URL(url, server.url).searchParams.getAll('include_credential');
      const unknown = asked.find((type) => !known.includes(type));
      if (unknown) {
        const reason = `Invalid value \`${unknown}\` for parameter \`include_credential\`.`;
        answerJson(response, { error: { code: 400, reason } }, 400);
        return;
      }
      const credentials = Object.fromEntries(
        has.map((type) => [
          type,
          { type, identifiers: ['x'], ...(asked.includes(type) ? { config: config[type] } : {}) },
        ]),
      );
      answerJson(response, { id: 'i1', schema_id: 'default', traits: {}, credentials });
    });
  });
  afterEach(() => server.close());

  const reveal = () => identityKind.reveal?.(testClient(server.url), 'i1');

  it('asks for the credentials that it has, so that no server refuses a type it does not know', async () => {
    known = ['password', 'oidc', 'totp'];
    has = ['password', 'oidc'];
    const text = (await reveal()) ?? '';
    assert.match(text, /"hashed_password":"hash"/);
    assert.match(text, /"providers":\[/);
  });

  it('shows of Kratos 0.11 what that hands out', async () => {
    known = ['oidc'];
    has = ['password', 'oidc'];
    assert.match((await reveal()) ?? '', /"providers":\[/);
    has = ['password'];
    assert.match((await reveal()) ?? '', /"identifiers":\["x"\]/);
  });

  it('asks no more of one without credentials', async () => {
    has = [];
    await reveal();
    assert.equal(server.received.length, 1);
  });
});
