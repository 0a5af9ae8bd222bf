// Documents that are deeper than anybody writes: they are worked on up to a depth, and end in words beyond it.
import assert from 'node:assert/strict';
import { DEEPEST } from '../../../src/ory/json/depth.ts';
import { diffJson, patchDocument } from '../../../src/ory/json/diff.ts';
import { mergeJson } from '../../../src/ory/json/merge.ts';
import { rewrite } from '../../../src/ory/json/pointer.ts';
import {
  equalJson,
  parseEditedJson,
  parseJson,
  printJson,
  TooDeepError,
} from '../../../src/ory/json/tree.ts';
import { isOryError } from '../../../src/ory/errors.ts';
import { getIdentity } from '../../../src/ory/operations/identities.ts';
import { answerText } from '../../../src/ory/runner/answer-text.ts';
import { maskJson, MASK } from '../../../src/ory/secrets/mask.ts';
import { redactBody } from '../../../src/ory/secrets/redact-body.ts';
import { redactInput } from '../../../src/ory/secrets/redact-input.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { unmaskJson } from '../../../src/ory/secrets/unmask.ts';
import { DEEPEST_YAML } from '../../../src/ory/yaml/depth.ts';
import { printYaml, reprintYaml } from '../../../src/ory/yaml/print.ts';
import { parseYaml } from '../../../src/ory/yaml/tree.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { hideSecrets } from '../../../src/ory/secrets/hidden.ts';
import { judge } from '../../../src/saving/plan.ts';
import { typedSecrets } from '../../../src/saving/typed-secrets.ts';
import { versionOf } from '../../../src/saving/version.ts';
import { answerJson, startTestServer } from '../support/test-server.ts';
import { testClient } from '../support/test-client.ts';

const shapes: Readonly<Record<string, (levels: number, inside: string) => string>> = {
  lists: (levels, inside) => '['.repeat(levels) + inside + ']'.repeat(levels),
  objects: (levels, inside) => '{"a":'.repeat(levels) + inside + '}'.repeat(levels),
};
const identity = (metadata: string) =>
  `{"id":"1","schema_id":"default","traits":{},"metadata_admin":${metadata}}`;

for (const [shape, nested] of Object.entries(shapes)) {
  describe(`${shape} in ${shape}`, function () {
    this.timeout(120_000);

    it(`are worked on down to ${DEEPEST} levels`, async () => {
      const text = (inside: string) => identity(nested(DEEPEST - 1, inside));
      const tree = parseEditedJson(text('"x"'));
      const other = parseJson(text('"y"'));
      assert.equal(printJson(tree), text('"x"'));
      assert.ok(equalJson(parseJson(printJson(tree, 2)), tree));
      const changes = diffJson(tree, other);
      assert.ok(changes.length > 0);
      printJson(patchDocument(changes));
      mergeJson(tree, other, parseJson(text('"z"')));
      const masked = maskJson(tree, ['/**/x']);
      assert.ok(equalJson(unmaskJson(masked, tree, masked), tree));
      rewrite(tree, () => undefined);
      const redactor = new Redactor();
      await hideSecrets(tree, redactor);
      assert.equal(redactBody(redactor, [], text('"x"')), text('"x"'));
      redactInput(redactor, { values: {}, body: text('"x"') });
      typedSecrets(identityKind, tree);
      const opened = versionOf(identityKind, text('"x"'));
      const judged = judge(
        identityKind,
        { server: opened, shown: opened.masked },
        parseJson(text('"y"')),
        versionOf(identityKind, text('"x"')),
      );
      assert.equal(judged.verdict, 'write');
    });

    it(`are worked on as YAML down to ${DEEPEST} levels, or end in words`, () => {
      for (const levels of [100, DEEPEST_YAML, DEEPEST_YAML + 1, DEEPEST]) {
        const tree = parseJson(nested(levels, '1'));
        const yaml = inWords(() => printYaml(tree));
        assert.equal(yaml !== undefined, levels <= DEEPEST_YAML);
        if (yaml === undefined) continue;
        const read = inWords(() => parseYaml(yaml));
        if (read) assert.ok(equalJson(read, tree));
        inWords(() => reprintYaml(yaml, parseJson(nested(levels, '2'))));
        assert.equal(read !== undefined, levels <= DEEPEST_YAML);
      }
    });

    for (const levels of [DEEPEST + 1, 4000, 10_000, 100_000]) {
      it(`of ${levels} levels end in words`, async () => {
        const text = nested(levels, '1');
        const tooDeep = (error: unknown) =>
          error instanceof TooDeepError && error.message.startsWith('nested too deeply');
        assert.throws(() => parseJson(text), tooDeep);
        assert.throws(() => parseJson(text.slice(0, -1)), tooDeep);
        assert.throws(() => parseEditedJson(text), tooDeep);
        assert.throws(() => parseYaml(text), tooDeep);
        assert.throws(() => parseYaml(`${'- '.repeat(levels)}1\n`), tooDeep);
        const redactor = new Redactor();
        const hidden = nested(levels, '"s3cret"');
        assert.match(redactBody(redactor, ['/**/a'], hidden), /^\[nested too deeply/);
        assert.match(redactInput(redactor, { values: {}, body: hidden }).body ?? '', /^\[nested too deeply/);
        const shown = await answerText(
          [],
          { status: 200, ms: 1, headers: {}, text: hidden },
          ['/**/a'],
          redactor,
        );
        assert.ok(shown.masked.includes('nested too deeply') && !shown.masked.includes('s3cret'));
        const server = await startTestServer((_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(identity(text));
        });
        try {
          const reply = await testClient(server.url).call(getIdentity, { id: '1' });
          assert.throws(
            () => reply.data,
            (error) => isOryError(error, 'not-ory') && error.message.includes('nested too deeply'),
          );
          assert.throws(
            () => versionOf(identityKind, reply.text),
            (error) => isOryError(error, 'not-ory') && error.message.includes('nested too deeply'),
          );
        } finally {
          await server.close();
        }
        const refusing = await startTestServer((_, response) =>
          answerJson(response, { error: { reason: text } }, 400),
        );
        try {
          await assert.rejects(testClient(refusing.url).call(getIdentity, { id: '1' }), (error) =>
            isOryError(error, 'refused'),
          );
        } finally {
          await refusing.close();
        }
      });
    }
  });
}

/** What some work gives; undefined where it says that this is too deep. */
function inWords<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    assert.ok(error instanceof TooDeepError, String(error));
    return undefined;
  }
}

it('masks stand at any depth', () => {
  const deep = shapes.objects?.(DEEPEST - 2, '{"d":"s"}') ?? '';
  assert.ok(printJson(maskJson(parseJson(deep), ['/**/d'])).includes(MASK));
});
