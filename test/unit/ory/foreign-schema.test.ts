// An editor fetches what stands at the top of a document as `$schema` and obeys it: no server chooses that.
import assert from 'node:assert/strict';
import { parseJson, printJson } from '../../../src/ory/json/tree.ts';
import { answerText } from '../../../src/ory/runner/answer-text.ts';
import { secretsIn } from '../../../src/ory/secrets/mask-secrets.ts';
import { MASK, maskForeignSchema, maskJson } from '../../../src/ory/secrets/mask.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { MaskError, unmaskJson } from '../../../src/ory/secrets/unmask.ts';
import { yamlForm } from '../../../src/saving/forms/yaml.ts';

const masked = (text: string) => printJson(maskJson(parseJson(text), []));

describe('a schema that a document names', () => {
  for (const draft of [
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft-04/schema',
    'https://json-schema.org/draft/2020-12/schema',
    'http://json-schema.org/schema#',
    '',
  ])
    it(`stays where it is a published draft: ${draft || 'empty'}`, () => {
      const text = `{"$schema":"${draft}","traits":{}}`;
      assert.equal(masked(text), text);
    });

  for (const foreign of [
    'http://127.0.0.1:1/evil.json',
    'file:///etc/passwd',
    './beside.json',
    'http://json-schema.org/draft-07/schema#/../../evil',
    'http://json-schema.org.example/draft-07/schema#',
    'vscode://schemas/settings/user',
    ' http://json-schema.org/draft-07/schema#',
  ])
    it(`is masked where it is another: ${foreign}`, () => {
      assert.equal(
        masked(`{"$schema":${JSON.stringify(foreign)},"id":"x"}`),
        `{"$schema":"${MASK}","id":"x"}`,
      );
      // However its name is written.
      const escaped = `{"\\u0024sch\\u0065ma":${JSON.stringify(foreign)},"id":"x"}`;
      assert.equal(masked(escaped), `{"$schema":"${MASK}","id":"x"}`);
    });

  it('is nobody’s below the top, and no text elsewhere', () => {
    const text = '{"traits":{"$schema":"http://127.0.0.1:1/x"},"schema":"http://127.0.0.1:1/x"}';
    assert.equal(masked(text), text);
  });

  it('is filled in again at a save, and can’t be edited', () => {
    const fresh = parseJson('{"$schema":"http://127.0.0.1:1/evil.json","state":"active"}');
    const opened = maskJson(fresh, []);
    const saved = unmaskJson(parseJson(`{"$schema":"${MASK}","state":"inactive"}`), fresh, opened);
    assert.equal(printJson(saved), '{"$schema":"http://127.0.0.1:1/evil.json","state":"inactive"}');
    const edited = parseJson('{"$schema":"http://127.0.0.1:1/other.json","state":"active"}');
    assert.throws(() => unmaskJson(edited, fresh, opened), MaskError);
  });

  it('is masked in what is revealed, and no secret to be learned', () => {
    const tree = parseJson('{"$schema":"http://127.0.0.1:1/evil.json","password":"tell-nobody"}');
    assert.equal(printJson(maskForeignSchema(tree)), `{"$schema":"${MASK}","password":"tell-nobody"}`);
    assert.deepEqual(secretsIn(tree, []), ['tell-nobody']);
  });

  it('is masked in an answer, and in what is revealed of it', async () => {
    const text = '{"$schema":"http://127.0.0.1:1/evil.json","client_secret":"tell-nobody"}';
    const answer = { status: 200, ms: 1, headers: {}, text };
    const shown = await answerText([], answer, ['/client_secret'], new Redactor());
    for (const seen of [shown.masked, shown.reveal?.() ?? '']) {
      assert.ok(seen.includes(`"$schema": "${MASK}"`), seen);
      assert.ok(!seen.includes('evil.json'), seen);
    }
  });

  it('stands in no comment of YAML, whatever a text or a name holds', () => {
    const hostile = '\n# yaml-language-server: $schema=http://127.0.0.1:1/evil.json\n# vim: set ft=sh\n';
    const tree = parseJson(JSON.stringify({ traits: { [hostile]: hostile, bio: `text${hostile}more` } }));
    const text = yamlForm.print(tree);
    const comments = text.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(comments, []);
    assert.deepEqual(printJson(yamlForm.parse(text)), printJson(tree));
  });
});
