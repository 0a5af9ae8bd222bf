import assert from 'node:assert/strict';
import { parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { getIdentity } from '../../../src/ory/operations/identities.ts';
import { getJsonWebKeySet } from '../../../src/ory/operations/keys.ts';
import { getProject } from '../../../src/ory/operations/projects.ts';
import { matches, rewrite, segmentsOf } from '../../../src/ory/json/pointer.ts';
import { MASK, maskJson } from '../../../src/ory/secrets/mask.ts';
import { MaskError, unmaskJson } from '../../../src/ory/secrets/unmask.ts';
import { redactBody } from '../../../src/ory/secrets/redact-body.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';

const keySet = parseJson(
  '{"keys":[{"kid":"a","kty":"RSA","n":"public","d":"private-d","p":"private-p"},{"kid":"b","kty":"oct","k":"shared"}]}',
);

const MASKED = { kind: 'string', value: MASK } as const;

describe('masks', () => {
  it('stand exactly where the pointers say, whatever stands beside', () => {
    const inner = { b: 'x', c: 1, '1': 'y', k: { b: 'z', x: ['', null, 'q', true] } };
    const root = parseJson(
      JSON.stringify({ a: { k: inner, b: inner, '0': [inner, 'p'] }, x: inner, b: 's' }),
    );
    const sets = [
      ['/a/*/b'],
      ['/**/x/**'],
      ['/a/k/b', '/a/*/k/b'],
      ['/b', '/**/1'],
      ['/a/0/1', '/a/0/*/c'],
      ['/**'],
    ];
    for (const secrets of sets) {
      const patterns = secrets.map(segmentsOf);
      const expected = rewrite(root, (node, path) => {
        const scalar = (node.kind === 'string' && node.value !== '') || node.kind === 'number';
        return scalar && patterns.some((pattern) => matches(pattern, path)) ? MASKED : undefined;
      });
      assert.equal(printJson(maskJson(root, secrets)), printJson(expected), secrets.join());
    }
    assert.equal(maskJson(root, ['/nowhere/*']), root);
  });

  const masked = maskJson(keySet, getJsonWebKeySet.answer.secrets);

  it('hide the private parts of keys and nothing else', () => {
    const text = printJson(masked);
    assert.ok(!/private|shared/.test(text));
    assert.match(text, /"n":"public"/);
  });

  it('hide what is stored of credentials, but not which there are', () => {
    const identity = parseJson(
      '{"credentials":{"password":{"identifiers":["ada@example.com"],"config":{"hashed_password":"$2a$04$x"}}}}',
    );
    assert.equal(
      printJson(maskJson(identity, getIdentity.answer.secrets)),
      `{"credentials":{"password":{"identifiers":["ada@example.com"],"config":{"hashed_password":"${MASK}"}}}}`,
    );
  });

  it('are filled in again when they are saved unchanged', () => {
    const edited = parseJson(printJson(masked).replace('"public"', '"changed"'));
    assert.match(
      printJson(unmaskJson(edited, keySet, masked)),
      /"n":"changed","d":"private-d","p":"private-p"/,
    );
  });

  it('are refused when they were edited, moved or copied', () => {
    const text = printJson(masked);
    const refused = (edited: string) =>
      assert.throws(() => unmaskJson(parseJson(edited), keySet, masked), MaskError);
    refused(text.replace(MASK, 'mine'));
    refused(text.replace('"n":"public"', `"n":"${MASK}"`));
    refused(text.replace(`,"d":"${MASK}"`, ''));
    refused(text.replace('"kid":"b"', `"kid":"b","x":"${MASK}"`));
  });

  it('follow their key when keys are removed, sorted or added', () => {
    const two = parseJson('{"keys":[{"kid":"a","d":"secret-a"},{"kid":"b","d":"secret-b"}]}');
    const opened = maskJson(two, getJsonWebKeySet.answer.secrets);
    const saved = (edited: string) => printJson(unmaskJson(parseJson(edited), two, opened));
    assert.equal(saved(`{"keys":[{"kid":"b","d":"${MASK}"}]}`), '{"keys":[{"kid":"b","d":"secret-b"}]}');
    assert.equal(
      saved(`{"keys":[{"kid":"n","d":"new"},{"kid":"b","d":"${MASK}"},{"kid":"a","d":"${MASK}"}]}`),
      '{"keys":[{"kid":"n","d":"new"},{"kid":"b","d":"secret-b"},{"kid":"a","d":"secret-a"}]}',
    );
    assert.throws(() => saved(`{"keys":[{"kid":"renamed","d":"${MASK}"}]}`), MaskError);
  });

  it('are refused in a list that became shorter, where nothing names its elements', () => {
    const hooks = parseJson('{"hooks":[{"auth":"first"},{"auth":"second"}]}');
    const opened = maskJson(hooks, ['/hooks/*/auth']);
    const shorter = parseJson(`{"hooks":[{"auth":"${MASK}"}]}`);
    assert.throws(() => unmaskJson(shorter, hooks, opened), MaskError);
    assert.equal(printJson(unmaskJson(opened, hooks, opened)), printJson(hooks));
  });

  describe('in lists whose elements nothing names', () => {
    const hooks = parseJson(
      '{"hooks":[{"url":"https://a","auth":"for-a"},{"url":"https://b","auth":"for-b"}]}',
    );
    const opened = maskJson(hooks, ['/hooks/*/auth']);
    const saved = (edited: string) => printJson(unmaskJson(parseJson(edited), hooks, opened));
    const [a, b] = ['a', 'b'].map((host) => `{"url":"https://${host}","auth":"${MASK}"}`);

    it('follow their element when it is moved or others go', () => {
      assert.equal(
        saved(`{"hooks":[${b},${a}]}`),
        '{"hooks":[{"url":"https://b","auth":"for-b"},{"url":"https://a","auth":"for-a"}]}',
      );
      assert.equal(saved(`{"hooks":[${b}]}`), '{"hooks":[{"url":"https://b","auth":"for-b"}]}');
    });

    it('stay where one element was edited in its place', () => {
      const edited = `{"url":"https://b/v2","auth":"${MASK}"}`;
      assert.match(saved(`{"hooks":[${a},${edited}]}`), /"url":"https:\/\/b\/v2","auth":"for-b"/);
    });

    it('are refused where it can’t be told whose they are', () => {
      const other = `{"url":"https://c","auth":"${MASK}"}`;
      for (const list of [`[${other},${a}]`, `[${other}]`, `[${a},${a}]`, `[${other},${other}]`]) {
        assert.throws(() => saved(`{"hooks":${list}}`), MaskError, list);
      }
    });

    it('are each filled in by their own, where the elements are the secrets themselves', () => {
      const server = parseJson('{"x":1,"cookie":["first","second","third"]}');
      const shown = maskJson(server, ['/cookie/*']);
      const text = (edited: string) => printJson(unmaskJson(parseJson(edited), server, shown));
      assert.equal(
        text(printJson(shown).replace('"x":1', '"x":2')),
        '{"x":2,"cookie":["first","second","third"]}',
      );
      // A secret is renewed by another before those that are there.
      assert.equal(
        text(`{"x":1,"cookie":["new","${MASK}","${MASK}","${MASK}"]}`),
        '{"x":1,"cookie":["new","first","second","third"]}',
      );
      // Nobody can tell which one was removed, here or at the server.
      assert.throws(() => text(`{"x":1,"cookie":["${MASK}","${MASK}"]}`), MaskError);
      const rotated = parseJson('{"x":1,"cookie":["new","first","second","third"]}');
      assert.throws(() => unmaskJson(shown, rotated, parseJson(printJson(shown))), MaskError);
    });

    it('are refused where the server’s list became another meanwhile', () => {
      const moved = parseJson(
        '{"hooks":[{"url":"https://x","auth":"for-x"},{"url":"https://b","auth":"for-b"}]}',
      );
      assert.throws(() => unmaskJson(opened, moved, opened), MaskError);
    });
  });

  it('let a key be removed with its mask', () => {
    const edited = parseJson('{"keys":[]}');
    assert.equal(printJson(unmaskJson(edited, keySet, masked)), '{"keys":[]}');
  });
});

describe('redactor', () => {
  it('cuts out Ory’s keys and tokens, JWTs, hashes and credentials in URLs by their shape', () => {
    const redactor = new Redactor();
    const secrets = [
      'ory_pat_AbCdEf123456',
      'ory_wak_AbCdEf123456',
      'ory_st_AbCdEf123456',
      'ory_at_abc.DEF-123456',
      'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl',
      '$2a$12$abcdefghijklmnopqrstuv',
      '$argon2id$v=19$m=65536$c2FsdA$aGFzaA',
      'hunter2secret',
      'prod_v1_QixobFgVufjZNuoYXKtn78NAqFVroyN518nRaK3WD3nxTNufzwJq9sjdrDMrcyP2_3wyBJBd2KxqXK117oqGWZzJU85Nv7C9vKWj9nVSqbEby',
      `mc_v1_${'QixobFgVufjZNuoYXKtn78NA-_'.repeat(3)}`,
    ];
    const text =
      `Authorization: Bearer ${secrets[7]} key=${secrets[0]} ${secrets[1]}, ${secrets[2]}; ${secrets[3]} ` +
      `"${secrets[4]}" {"hashed_password":"${secrets[5]}"} ${secrets[6]} https://me:${secrets[7]}@host/x?code=${secrets[7]} ${secrets[8]} (${secrets[9]})`;
    const clean = redactor.text(text);
    for (const secret of secrets) assert.ok(!clean.includes(secret), `${secret} in ${clean}`);
  });

  it('leaves names alone that have a version in them', () => {
    const text =
      'orders_v1_by_customer_and_month_with_totals_and_discounts, api_v1_SomethingLongInCamelCaseThatGoesOnAndOn';
    assert.equal(new Redactor().text(text), text);
  });

  it('cuts out values that it was told, percent-encoded too', () => {
    const redactor = new Redactor();
    redactor.learn('s3cret/value');
    assert.ok(!redactor.text('a s3cret/value b s3cret%2Fvalue').includes('s3cret'));
  });

  it('cuts out what was told as JSON has it, too, and takes half a character for no reason to fail', () => {
    const redactor = new Redactor();
    for (const secret of ['say "friend" and enter', 'abc\ud800defgh1']) redactor.learn(secret);
    const clean = redactor.text(JSON.stringify({ a: 'say "friend" and enter', b: 'x' }) + ' abc\ud800defgh1');
    assert.equal(clean, '{"a":"[redacted]","b":"x"} [redacted]');
  });

  it('cuts out a secret that is a mere word where it stands by itself, and leaves other words alone', () => {
    const redactor = new Redactor();
    redactor.learn('secret');
    redactor.learn('europe');
    const text = '{"client_secret_expires_at":0,"region":"europe-west","is":"secret"} for europe';
    assert.equal(
      redactor.text(text),
      '{"client_secret_expires_at":0,"region":"europe-west","is":"[redacted]"} for [redacted]',
    );
    assert.equal(redactor.value('method secret'), 'method secret');
    assert.equal(redactor.value('ory_pat_AbCdEf123456'), '[redacted]');
  });

  it('cuts challenges, verifiers and tokens out of addresses, behind a # too, and keeps what follows a second ?', () => {
    const redactor = new Redactor();
    const said = redactor.text(
      'https://a/?device_verifier=x1&logout_verifier=x2&device_challenge=x3#access_token=x4',
    );
    assert.ok(!/x\d/.test(said), said);
    assert.equal(redactor.path(undefined, '/a?b=c?d'), '/a?b=c%3Fd');
  });

  it('cuts secret members out of bodies', () => {
    const body = redactBody(
      new Redactor(),
      ['/client_secret'],
      '{"client_id":"c","client_secret":"abc def"}',
    );
    assert.ok(!body.includes('abc def'));
    assert.match(body, /"client_id":"c"/);
  });
});

describe('the configuration of a project', () => {
  it('shows none of the secrets that stand in it', () => {
    const config = {
      identity: {
        config: {
          courier: {
            http: {
              request_config: { headers: { 'X-Key': 'S3CRET' }, auth: { config: { value: 'S3CRET' } } },
            },
          },
          oauth2_provider: { headers: { Authorization: 'S3CRET' } },
          selfservice: {
            flows: {
              login: {
                after: { hooks: [{ config: { url: 'https://a', auth: { config: { value: 'S3CRET' } } } }] },
              },
            },
            methods: {
              oidc: { config: { providers: [{ id: 'g', client_id: 'shown', client_secret: 'S3CRET' }] } },
              password: {
                enabled: true,
                config: { migrate_hook: { config: { auth: { config: { password: 'S3CRET' } } } } },
              },
            },
          },
          session: { whoami: { tokenizer: { templates: { t: { jwks_url: 'base64://S3CRET' } } } } },
        },
      },
      oauth2: { config: { oauth2: { refresh_token_hook: { auth: { config: { value: 'S3CRET' } } } } } },
      permission: { config: { secrets: { pagination: ['S3CRET'] } } },
    };
    const document = parseJson(JSON.stringify({ id: 'p', services: config }));
    const text = printJson(maskJson(document, getProject.answer.secrets));
    assert.ok(!text.includes('S3CRET'), text);
    assert.match(text, /"client_id":"shown"/);
    assert.match(text, /"enabled":true/);
  });
});
