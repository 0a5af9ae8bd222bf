import assert from 'node:assert/strict';
import { toJson } from '../../../src/ory/json/tree.ts';
import { MASK } from '../../../src/ory/secrets/mask.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { hideSecrets } from '../../../src/ory/secrets/hidden.ts';

describe('what is kept on disk', () => {
  const redactor = new Redactor();
  redactor.learn('say "friend"\nand enter');
  redactor.learn('hunter2hunter2');

  it('has each text masked that is a secret, and no other, however many there are', async () => {
    const secrets: readonly string[] = [
      'say "friend"\nand enter',
      'it is hunter2hunter2.',
      'ory_pat_abcdefghijkl',
      'Bearer abcd.efgh',
      'https://ada:lovelace@example.com',
      'https://example.com/?code=1234',
      '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
    ];
    const plain: readonly string[] = [
      '',
      'Bearer',
      'abcd.efgh',
      '-----BEGIN PRIVATE KEY-----',
      '"',
      '\\',
      'a note',
    ];
    const entry = (at: number) => {
      const secret = at % 97 === 0 ? secrets[(at / 97) % secrets.length] : undefined;
      return secret ?? plain[at % plain.length] ?? '';
    };
    const list = Array.from({ length: 20_000 }, (_, at) => entry(at));
    const document = {
      list,
      nested: [
        { password: 'x1', note: 'x1' },
        { d: 'y', e: 'y' },
      ],
    };
    const hidden = {
      list: list.map((text) => (secrets.includes(text) ? MASK : text)),
      nested: [
        { password: MASK, note: 'x1' },
        { d: MASK, e: 'y' },
      ],
    };
    assert.deepEqual(await hideSecrets(toJson(document), redactor), toJson(hidden));
  });

  it('has what is named like a secret masked, whatever it looks like', async () => {
    const metadata = {
      crm: { api_key: 'k1', apiToken: 'k2', tokens: ['k3'] },
      postal_code: '80331',
      page_token: 'p',
    };
    const hidden = {
      crm: { api_key: MASK, apiToken: MASK, tokens: [MASK] },
      postal_code: '80331',
      page_token: 'p',
    };
    assert.deepEqual(await hideSecrets(toJson({ metadata }), redactor), toJson({ metadata: hidden }));
  });

  it('is nothing where a name is a secret', async () => {
    assert.equal(await hideSecrets(toJson({ a: [{ hunter2hunter2: 1 }] }), redactor), undefined);
  });

  it('is there where somebody’s password is a word that names are made of', async () => {
    const careless = new Redactor();
    for (const secret of ['password', 'secret']) careless.learn(secret);
    const document = toJson({ client_secret_expires_at: 0, credentials: { password: { version: 1 } } });
    assert.equal(await hideSecrets(document, careless), document);
  });

  it('is the document itself where there is no secret', async () => {
    const document = toJson({ a: ['b', 1, null, { c: MASK }] });
    assert.equal(await hideSecrets(document, redactor), document);
  });
});
