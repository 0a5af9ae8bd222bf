import assert from 'node:assert/strict';
import { errorWords } from '../../src/editor/error-words.ts';
import { OryError } from '../../src/ory/errors.ts';
import type { Credential, Service } from '../../src/ory/operations/operation.ts';

describe('the words for a conflict (409)', () => {
  const wordsFor = (service: Service, operation: string) =>
    errorWords(new OryError('refused', 'refused', { status: 409, service, operation }), 'Acme').message;

  it('say of a project that somebody else changed it, and what to do', () => {
    for (const operation of ['setProject', 'patchProject', 'patchProjectWithRevision']) {
      assert.match(
        wordsFor('console', operation),
        /changed by somebody else meanwhile: reload it and try again/,
      );
    }
  });

  it('say of anything else that there is another with its values', () => {
    assert.match(wordsFor('kratos-admin', 'createIdentity'), /already has another with these values/);
    assert.match(wordsFor('console', 'createProject'), /already has another with these values/);
  });

  it('say of a login request that was answered before what the server says', () => {
    const reason = 'The login request was already used and can no longer be changed';
    const facts = {
      status: 409,
      service: 'hydra-admin',
      operation: 'acceptOAuth2LoginRequest',
      reason,
    } as const;
    const { message } = errorWords(new OryError('refused', `${reason} (409)`, facts), 'Acme');
    assert.equal(message, 'The login request was already used and can no longer be changed (409).');
  });
});

describe('the words for what is refused', () => {
  it('end with one full stop, whether what was said is a sentence already or not', () => {
    for (const said of ['The provider gave no code', '/oauth2/device/verify answered 404.'])
      assert.match(errorWords(new OryError('refused', said), 'Acme').message, /[^.]\.$/);
  });
});

describe('the words for a database without tables (500)', () => {
  const reason = 'Unable to locate the table';
  const wordsFor = (service: Service, status = 500) =>
    errorWords(new OryError('refused', `${reason} (500)`, { status, service, reason }), 'Acme').message;

  it('say what it means, and what to do, of each server', () => {
    for (const [service, name, program] of [
      ['kratos-admin', 'Kratos', 'kratos'],
      ['hydra-admin', 'Hydra', 'hydra'],
      ['keto-read', 'Keto', 'keto'],
    ] as const) {
      const said = wordsFor(service);
      assert.match(said, /^The database of Acme has no tables \(500: Unable to locate the table\)\./);
      assert.match(said, new RegExp(`in memory \\(dsn: memory\\), its data is lost: restart ${name}`));
      assert.match(said, new RegExp(`sqlite:///.*${program}.*${program} migrate sql`));
    }
  });

  it('stay what the server says where it says something else', () => {
    const other = new OryError('refused', 'x (500)', { status: 500, service: 'kratos-admin', reason: 'x' });
    assert.equal(errorWords(other, 'Acme').message, 'Acme has a fault: x (500).');
  });
});

describe('the words for what is refused (401)', () => {
  const wordsFor = (credential: Credential) =>
    errorWords(new OryError('refused', 'refused', { status: 401, credential }), 'Acme');

  it('speak of the key, and offer another, where one was sent', () => {
    for (const credential of ['project-key', 'workspace-key'] as const) {
      assert.equal(wordsFor(credential).message, 'The key for Acme was refused (401).');
      assert.ok(wordsFor(credential).next.includes('enter-key'));
    }
  });

  it('speak of the session, the token or the client where no key is asked for', () => {
    assert.match(wordsFor('session-token').message, /^The session of this request was refused/);
    assert.match(wordsFor('cookie').message, /^The session of this request was refused/);
    assert.match(wordsFor('bearer').message, /^The token of this request was refused/);
    assert.match(wordsFor('basic').message, /^What the client showed of itself was refused/);
    for (const credential of ['session-token', 'cookie', 'basic', 'bearer', 'none'] as const)
      assert.ok(!wordsFor(credential).next.includes('enter-key'));
  });
});

describe('the words for a redirect', () => {
  const wordsFor = (location: string | undefined, origin = 'http://kratos.example:4433') =>
    errorWords(
      new OryError('redirected', 'redirected', {
        service: 'kratos-admin',
        origin,
        ...(location ? { location } : {}),
      }),
      'Acme',
    ).message;

  it('speak of the public port where an admin port is named, or nothing is', () => {
    for (const location of [undefined, 'http://kratos.internal:4434/admin/identities?page_size=1'])
      assert.match(wordsFor(location), /this is the public port/);
  });

  it('name the host of a gateway’s login page, and nothing that may be secret', () => {
    const said = wordsFor('https://sso.example.com/oauth2/start?rd=%2Fadmin%2Fidentities&state=shh');
    assert.match(said, /redirects to sso\.example\.com, which isn’t followed/);
    assert.doesNotMatch(said, /shh|public port/);
    assert.match(wordsFor('https://sso.example.com/login?rd=/admin/identities/'), /sso\.example\.com/);
  });

  it('say to begin with https where the same host does', () => {
    assert.match(wordsFor('https://kratos.example/admin/identities'), /Begin its address with https/);
  });
});
