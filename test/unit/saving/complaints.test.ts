import assert from 'node:assert/strict';
import { complaintsOf, serverComplaints, validationSentence } from '../../../src/saving/complaints.ts';
import { jsonForm } from '../../../src/saving/forms/json.ts';
import { stretchOf } from '../../../src/saving/places.ts';
import { JsonSyntaxError, parseJson } from '../../../src/ory/json/tree.ts';
import { FieldError } from '../../../src/kinds/save-error.ts';

const text = `{
  "traits": { "email": 3, "name": { "first": 42 }, "mail": "x" },
  "subject_type": "x",
  "redirect_uris": ["https://a.example/#x"]
}`;
const document = parseJson(text);
const marked = (said: string) =>
  serverComplaints(said, document).map((complaint) => {
    const { offset, length } = stretchOf(text, document, jsonForm.placesOf(text), complaint);
    return [text.slice(offset, offset + length), complaint.message];
  });

const refused = [
  'I[#/traits] S[#/properties/traits] validation failed',
  '  I[#/traits/email] S[#/properties/traits/properties/email/type] expected string, but got number',
  '  I[#/traits/name/first] S[#/properties/traits/properties/name/type] expected string, but got number',
].join('\n');

describe('what a server complains of, in its place', () => {
  it('finds every place of a schema validation', () => {
    assert.deepEqual(marked(refused), [
      ['3', 'expected string, but got number'],
      ['42', 'expected string, but got number'],
    ]);
  });

  it('marks a missing property at its object, and one too many at itself', () => {
    assert.deepEqual(
      marked(
        'I[#/traits] S[#/properties/traits] validation failed\n' +
          '  I[#/traits] S[#/properties/traits/required] missing properties: "username"\n' +
          '  I[#/traits] S[#/properties/traits/additionalProperties] additionalProperties "mail" not allowed',
      ),
      [
        ['"traits"', 'missing properties: "username"'],
        ['"x"', 'additionalProperties "mail" not allowed'],
      ],
    );
  });

  it('finds a member that the sentence names, with spaces or underscores', () => {
    assert.equal(marked('Subject type x is not supported by server')[0]?.[0], '"x"');
    assert.equal(marked('The value of one or more redirect_uris is invalid.')[0]?.[0], '"redirect_uris"');
    assert.equal(marked('json: unknown field "mail"')[0]?.[0], '"x"');
    assert.deepEqual(marked('Something is wrong.'), []);
  });

  it('tells once what Kratos says twice of an identifier', () => {
    const twice =
      '  I[#/traits/email] S[#/properties/traits/properties/email/format] "x" is not valid "email"';
    assert.equal(marked(`${refused.split('\n')[0]}\n${twice}\n${twice}`).length, 1);
  });

  // As Kratos 0.11.1 and 26.2, and Hydra 2.0.3 and 26.2, say it.
  const sentences: Readonly<Record<string, readonly [document: string, at: string]>> = {
    'identity state is not valid': ['{"traits":{},"state":"zzz"}', '/state'],
    "The supplied state ('zzz') was not valid. Valid states are ('active', 'inactive').": [
      '{"schema_id":"default","state":"zzz"}',
      '/state',
    ],
    'Unable to find JSON Schema ID: nosuch': ['{"schema_id":"nosuch","traits":{}}', '/schema_id'],
    'The imported password does not match any known hash format. For more information see https://www.ory.sh/dr/2':
      [
        '{"credentials":{"password":{"config":{"hashed_password":"zzz"}}}}',
        '/credentials/password/config/hashed_password',
      ],
    'The value of one or more redirect_uris is invalid. Unable to parse redirect URL: nope': [
      '{"redirect_uris":["https://a.example/","nope"]}',
      '/redirect_uris/1',
    ],
    "invalid_client_metadata: post_logout_redirect_uri 'http://zzz/' must match the domain, port, scheme of at least one of the registered redirect URIs but did not'":
      [
        '{"redirect_uris":["http://a/"],"post_logout_redirect_uris":["http://a/out","http://zzz/"]}',
        '/post_logout_redirect_uris/1',
      ],
    'invalid_client_metadata: Origin URL nope must use https:// or http:// as HTTP scheme.': [
      '{"client_name":"shop","allowed_cors_origins":["https://a","nope"]}',
      '/allowed_cors_origins/1',
    ],
    'Unable to decode the request body: json: cannot unmarshal string into Go struct field Client.contacts of type sqlxx.StringSliceJSONFormat':
      ['{"contacts":"x"}', '/contacts'],
    'invalid_client_metadata: invalid access token strategy: expected one of [jwt, opaque] but got zzz': [
      '{"access_token_strategy":"zzz"}',
      '/access_token_strategy',
    ],
  };
  for (const [said, [sent, at]] of Object.entries(sentences)) {
    it(`marks ${at} where a server says “${said.slice(0, 60)}…”`, () => {
      assert.deepEqual(
        serverComplaints(said, parseJson(sent)).map((complaint) => complaint.at),
        [at],
      );
    });
  }

  it('finds a place in documents with long texts, and in large ones', () => {
    const picture = `data:image/png;base64,${'A'.repeat(100_000)}`;
    const many = Array.from({ length: 100_000 }, (_, at) => `tag ${at}`);
    const sent = parseJson(JSON.stringify({ traits: { picture, many, email: 'ada@example.com' } }));
    const said = 'This identity conflicts with another that has ada@example.com already.';
    assert.deepEqual(
      serverComplaints(said, sent).map(({ at }) => at),
      ['/traits/email'],
    );
  });

  it('says it in a sentence with readable places', () => {
    assert.equal(
      validationSentence(refused),
      'traits.email: expected string, but got number; traits.name.first: expected string, but got number',
    );
    assert.equal(validationSentence('Something is wrong.'), undefined);
  });

  it('takes places from our own errors', () => {
    assert.equal(complaintsOf(new JsonSyntaxError('comma expected', 7, 2), undefined).length, 1);
    const [complaint] = complaintsOf(new FieldError('/traits/none/deeper', 'no'), document);
    assert.ok(complaint);
    assert.equal(
      text.slice(stretchOf(text, document, jsonForm.placesOf(text), complaint).offset).startsWith('"traits"'),
      true,
    );
  });
});
