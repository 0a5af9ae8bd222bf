import assert from 'node:assert/strict';
import { curlOf } from '../../../src/ory/curl.ts';
import { CATALOGUE } from '../../../src/ory/operations/index.ts';
import { answerText } from '../../../src/ory/runner/answer-text.ts';
import { hasDocument, withoutSecrets } from '../../../src/ory/runner/run-input.ts';
import { previewOf, previewText } from '../../../src/ory/runner/preview.ts';
import { RunForm } from '../../../src/ory/runner/run-form.ts';
import { maskedAnswer } from '../../../src/flows/self-service/masked.ts';
import { redactBody } from '../../../src/ory/secrets/redact-body.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { publishedOperation } from './published.ts';
import { loadedInputs } from './requests.ts';
import { type Sample, samplesOf } from './samples.ts';

const target = { baseUrl: 'http://127.0.0.1:4434', keyVariable: 'ORY_TOKEN' };
const redactor = new Redactor();

/** The canaries of a text, each with the operation: nothing else tells where they are from. */
const leaks = (where: string, canaries: readonly string[], text: string): readonly string[] =>
  canaries.filter((canary) => text.includes(canary)).map((canary) => `${where}: ${around(text, canary)}`);

const around = (text: string, canary: string) => {
  const at = text.indexOf(canary);
  return text.slice(Math.max(0, at - 60), at + canary.length).replaceAll(/\s+/g, ' ');
};

const assertNone = (found: readonly string[]) =>
  assert.deepEqual(found.slice(0, 20), [], `${found.length} places leak`);

describe('what is sent to any operation', () => {
  it('is remembered, previewed and copied without a secret, wherever one can stand', () => {
    let places = 0;
    const found = CATALOGUE.flatMap((operation) =>
      loadedInputs(operation).flatMap(({ input, canaries }) => {
        places += canaries.length;
        const leaves = {
          remembered: JSON.stringify(withoutSecrets(operation, input, redactor)),
          preview: previewText(previewOf(operation, input, target)),
          curl: curlOf(operation, input, target),
          form: hasDocument(operation) ? '' : formPreview(operation, input.values),
        };
        return Object.entries(leaves).flatMap(([what, text]) =>
          leaks(`${operation.id} ${what}`, canaries, text),
        );
      }),
    );
    assert.ok(places > 500, String(places));
    assertNone(found);
  });

  it('keeps what is no secret', () => {
    const lost = CATALOGUE.flatMap((operation) =>
      loadedInputs(operation).flatMap(({ input, plain }) => {
        const text = JSON.stringify(withoutSecrets(operation, input, redactor));
        return plain
          .filter((value) => !text.includes(value))
          .map((value) => `${operation.id}: ${around(input.body ?? '', value)}`);
      }),
    );
    assert.deepEqual(lost.slice(0, 20), []);
  });
});

const formPreview = (...[operation, values]: ConstructorParameters<typeof RunForm>) =>
  previewText(new RunForm(operation, values).preview(target));

/** What servers and those between make of an answer. */
const shown: readonly (readonly [status: number, text: (sample: Sample) => string])[] = [
  [200, ({ value }) => JSON.stringify(value)],
  [400, ({ value }) => JSON.stringify(value)],
  [303, ({ value }) => JSON.stringify(value)],
  [422, ({ value }) => JSON.stringify({ error: { code: 422, details: value }, redirect_browser_to: '/' })],
  [500, ({ value }) => JSON.stringify([{ items: [value] }])],
  // Invalid JSON: cut off, followed by something else, with a comma too many, and in front of HTML.
  ...[0.2, 0.5, 0.8, 0.97].map(
    (part) => [200, ({ value }: Sample) => cut(JSON.stringify(value), part)] as const,
  ),
  [200, ({ value }) => `${JSON.stringify(value)}\n<html>`],
  [502, ({ value }) => `<html>${JSON.stringify(value)}`],
  [200, ({ value }) => `${JSON.stringify(value)}\n${JSON.stringify(value)}`],
  [200, ({ value }) => `)]}',\n${JSON.stringify(value, null, 2)}`],
  [200, ({ value }) => JSON.stringify(value, null, 2).replaceAll(/\n(\s*[}\]])/g, ',\n$1')],
];

const cut = (text: string, part: number) => text.slice(0, Math.floor(text.length * part));

describe('what any operation is answered', () => {
  it('is shown without a secret, whatever the status, and where it is no valid JSON', async () => {
    let places = 0;
    const found: string[] = [];
    for (const operation of CATALOGUE) {
      for (const sample of samplesOf(publishedOperation(operation.id).gives)) {
        places += sample.canaries.length;
        for (const [status, textOf] of shown) {
          const text = textOf(sample);
          const { masked, reveal } = await answerText(
            [operation.id],
            { status, ms: 1, headers: {}, text },
            operation.answer.secrets,
            redactor,
          );
          const where = `${operation.id} ${status} ${text.length}`;
          found.push(...leaks(where, sample.canaries, masked));
          const whole = sample.canaries.filter((canary) => text.includes(canary));
          if (whole.some((canary) => !(reveal?.() ?? '').includes(canary)))
            found.push(`${where}: nothing reveals it`);
          found.push(
            ...leaks(`${where} log`, sample.canaries, redactBody(redactor, operation.answer.secrets, text)),
          );
          if (operation.service === 'kratos-public')
            found.push(...leaks(`${where} step`, sample.canaries, maskedAnswer(operation, text)));
        }
      }
    }
    assert.ok(places > 1000, String(places));
    assertNone(found);
  });

  it('shows what is no secret', async () => {
    const lost: string[] = [];
    for (const operation of CATALOGUE) {
      for (const { value, plain } of samplesOf(publishedOperation(operation.id).gives)) {
        const answer = { status: 200, ms: 1, headers: {}, text: JSON.stringify(value) };
        const { masked } = await answerText([], answer, operation.answer.secrets, redactor);
        lost.push(
          ...plain
            .filter((one) => !masked.includes(one))
            .map((one) => `${operation.id}: ${around(answer.text, one)}`),
        );
      }
    }
    assert.deepEqual(lost.slice(0, 20), []);
  });
});
