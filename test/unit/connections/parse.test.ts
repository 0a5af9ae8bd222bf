import assert from 'node:assert/strict';
import { originOf, parseAddress } from '../../../src/connections/address.ts';
import { addressOf } from '../../../src/connections/model.ts';
import { parseConnections } from '../../../src/connections/parse.ts';

const kratos = { id: 'mine', name: 'Mine', type: 'self-hosted', kratosAdmin: 'http://127.0.0.1:4434/' };

describe('connections in settings', () => {
  it('are read from the user and from the workspace', () => {
    const { connections, problems } = parseConnections([kratos], [{ ...kratos, id: 'theirs' }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      connections.map(({ id, scope }) => `${scope}:${id}`),
      ['user:mine', 'workspace:theirs'],
    );
    assert.equal(addressOf(connections[0]!, 'kratos-admin'), 'http://127.0.0.1:4434');
  });

  it('of a workspace never take the place of the user’s', () => {
    const stranger = { ...kratos, kratosAdmin: 'http://evil.example' };
    const { connections, problems } = parseConnections([kratos], [stranger]);
    assert.equal(connections.length, 1);
    assert.equal(addressOf(connections[0]!, 'kratos-admin'), 'http://127.0.0.1:4434');
    assert.match(problems[0]?.message ?? '', /"mine" is taken/);
  });

  it('that can’t be used are left out, and it is said why', () => {
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      ['text', /is an object/],
      [{ ...kratos, id: 'Has Spaces' }, /lower-case/],
      [{ ...kratos, type: 'cloud' }, /"type" must be/],
      [{ id: 'a', type: 'self-hosted' }, /no address/],
      [{ ...kratos, kratosAdmin: 'localhost:4434' }, /begins with http/],
      [{ ...kratos, kratosAdmin: 'file:///etc/passwd' }, /can't be used/],
      [{ ...kratos, kratosAdmin: 'http://me:secret@host' }, /user name or password/],
      [{ id: 'a', type: 'network' }, /slug/],
    ];
    for (const [entry, expected] of wrong) {
      const { connections, problems } = parseConnections([entry], undefined);
      assert.equal(connections.length, 0);
      assert.match(problems[0]?.message ?? '', expected);
      assert.ok(!JSON.stringify(problems).includes('secret@'));
    }
    assert.match(parseConnections({}, undefined).problems[0]?.message ?? '', /must be a list/);
  });

  it('of Ory Network reach every service under the project’s address', () => {
    const { connections } = parseConnections([{ id: 'p', type: 'network', slug: 'happy-fox-1' }], undefined);
    assert.equal(addressOf(connections[0]!, 'hydra-admin'), 'https://happy-fox-1.projects.oryapis.com');
    assert.equal(addressOf(connections[0]!, 'console'), 'https://api.console.ory.sh');
  });
});

describe('addresses', () => {
  it('keep a path before the API and lose the slash at its end', () => {
    assert.equal(parseAddress(' https://gateway.example/kratos/ ').baseUrl, 'https://gateway.example/kratos');
  });

  it('may be Unix domain sockets', () => {
    assert.deepEqual(parseAddress('unix:/run/kratos.sock'), {
      baseUrl: 'http://localhost',
      socketPath: '/run/kratos.sock',
    });
    assert.equal(originOf('unix:///run/kratos.sock'), 'unix:/run/kratos.sock');
  });
});
