import assert from 'node:assert/strict';
import { complaintsOf, serverComplaints, validationSentence } from '../../../src/saving/complaints.ts';
import { jsonForm } from '../../../src/saving/forms/json.ts';
import { stretchOf } from '../../../src/saving/places.ts';
import { JsonSyntaxError, parseJson } from '../../../src/ory/json/tree.ts';
import { FieldError } from '../../../src/resources/save-error.ts';

const text = `{
  "traits": { "email": 3, "name": { "first": 42 }, "mail": "x" },
  "subject_type": "x",
  "redirect_uris": ["https://a.example/#x"]
}`;
const document = parseJson(text);
const marked = (said: string) =>
  serverComplaints(said, document).map((complaint) => {
    const { offset, length } = stretchOf(jsonForm, text, document, complaint);
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
      text.slice(stretchOf(jsonForm, text, document, complaint).offset).startsWith('"traits"'),
      true,
    );
  });
});
