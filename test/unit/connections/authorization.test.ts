import assert from 'node:assert/strict';
import {
  basicOf,
  headerOf,
  headerProblem,
  secretsIn,
  userProblem,
} from '../../../src/connections/authorization.ts';
import { destinationWords, isOrys, namedOrigins } from '../../../src/connections/destination.ts';
import { withoutUserinfo } from '../../../src/connections/userinfo.ts';

describe('an Authorization header', () => {
  it('is a bearer token, or of any other scheme', () => {
    assert.equal(headerOf('abc.def'), 'Bearer abc.def');
    assert.equal(headerOf('Bearer abc'), 'Bearer abc');
    assert.equal(headerOf('Token abc'), 'Token abc');
    assert.equal(headerOf(basicOf('Aladdin', 'open sesame')), 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
    assert.equal(basicOf('test', '123£'), 'Basic dGVzdDoxMjPCow==');
  });

  it('refuses what would end it or can’t be a credential', () => {
    for (const text of ['abc', 'Token abc', 'ApiKey id=1, key=2', 'Digest username="a"', 'eyJ.a.b'])
      assert.equal(headerProblem(text), undefined, text);
    for (const text of ['abc\r\nx: y', 'Token abc\n', 'tökén', 'Authorization: Bearer a', ': abc', '\u0000'])
      assert.ok(headerProblem(text), JSON.stringify(text));
    assert.ok(userProblem('a:b'));
    assert.equal(userProblem('ada@example.com'), undefined);
  });

  it('is known by all that is secret in it', () => {
    assert.deepEqual(secretsIn('abc'), ['abc']);
    assert.deepEqual(secretsIn('Token abc'), ['Token abc', 'abc']);
    const header = basicOf('ada', 'p:w');
    assert.deepEqual(secretsIn(header), [header, header.slice(6), 'ada:p:w', 'p:w']);
  });
});

describe('a user name and password in an address', () => {
  const cases: readonly (readonly [string, string, string, string | undefined])[] = [
    ['http://ada:pass@host:4434/x', 'http://host:4434/x', 'ada', 'pass'],
    ['ada:pass@host:4434', 'host:4434', 'ada', 'pass'],
    ['https://ada@host', 'https://host', 'ada', undefined],
    ['http://ada:p@ss@host', 'http://host', 'ada', 'p@ss'],
    ['http://ada:p%40%3A%2Fss@host', 'http://host', 'ada', 'p@:/ss'],
    ['http://ada:100%@[::1]:4434', 'http://[::1]:4434', 'ada', '100%'],
    ['http://:pass@host', 'http://host', '', 'pass'],
    [' http://ada:@host ', 'http://host', 'ada', ''],
  ];
  for (const [text, address, user, password] of cases)
    it(`are taken out of ${text}`, () => {
      assert.deepEqual(withoutUserinfo(text), {
        address,
        user,
        ...(password === undefined ? {} : { password }),
      });
    });

  it('are left alone where there are none, or no host yet', () => {
    for (const text of [
      'http://host/a@b',
      'http://host',
      'http://ada:pass@',
      'unix:/run/a@b',
      '',
      'host?x=a@b',
    ])
      assert.equal(withoutUserinfo(text), undefined, text);
  });
});

describe('where a secret goes', () => {
  const user = { scope: 'user' } as const;

  it('is named unless it goes straight to Ory', () => {
    const orys = ['https://acme.projects.oryapis.com', 'https://api.console.ory.sh'];
    assert.ok(orys.every(isOrys));
    assert.equal(destinationWords(orys, user), '');
    for (const other of [
      'http://acme.projects.oryapis.com',
      'https://acme.projects.oryapis.com.evil.example',
      'https://acme.projects.oryapis.com:8443',
      'https://evil.example',
      'https://a.b.projects.oryapis.com',
    ]) {
      assert.ok(!isOrys(other), other);
      assert.match(destinationWords([other], user), /It is sent to/);
    }
    assert.deepEqual(namedOrigins(orys, { scope: 'workspace' }), orys);
  });

  it('is named with what it goes through', () => {
    const words = destinationWords(['https://acme.projects.oryapis.com'], {
      ...user,
      proxy: 'http://proxy:3128',
      caFile: '/ca.pem',
    });
    assert.equal(
      words,
      'It is sent to https://acme.projects.oryapis.com through the proxy http://proxy:3128, trusting the CA file /ca.pem.',
    );
    assert.match(destinationWords(['http://kratos.example'], user), /isn’t encrypted/);
    assert.doesNotMatch(destinationWords(['http://127.0.0.1:4434'], user), /isn’t encrypted/);
  });
});
