import assert from 'node:assert/strict';
import { join } from 'node:path';
import process from 'node:process';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import type { Operation } from '../../src/ory/operations/operation.ts';
import { camel } from '../unit/conformance/peer.ts';
import { isExplained, isOfAnother } from './catalogue-differences.ts';
import { DOCUMENTS, type DocumentedOperation, readDocument } from './openapi.ts';

/**
 * Holds the catalogue against the OpenAPI documents of both ages and of the self-hosted servers. The folder with the
 * documents is named by ORY_SPECS. Each difference is listed and explained in `catalogue-differences.ts`.
 */
const folder = process.env.ORY_SPECS ?? '';

/** Where a self-hosted server of version 26.2.0 should have it, its document. */
function serverOf({ service, onlyOn, since }: Operation): string | undefined {
  if (onlyOn === 'network' || since === '26.2.1') return undefined;
  return service.split('-')[0];
}

function differencesOf(operation: Operation, documented: DocumentedOperation, age: string): string[] {
  const found: string[] = [];
  const expect = (what: string, ours: unknown, theirs: unknown) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      found.push(`${what}: ${JSON.stringify(ours)}, documented ${JSON.stringify(theirs)}`);
  };
  const compareFields = (
    ours: Readonly<Record<string, { type: string; required: boolean; in?: string }>>,
    theirs: Readonly<Record<string, { type: string; required: boolean; in?: string }>>,
  ) => {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const [mine, other] = [ours[name], theirs[name]];
      if (!mine || !other) found.push(`${name}: ${mine ? 'not documented' : 'only documented'}`);
      else {
        expect(`${name} in`, mine.in, other.in);
        expect(`${name} type`, mine.type, other.type);
        expect(`${name} required`, mine.required, other.required);
      }
    }
  };
  const parameters = Object.fromEntries(
    Object.entries(operation.parameters)
      .filter(([, { scheme }]) => !scheme)
      .map(([name, { in: place, type, required }]) => [
        // Headers are the same in any case.
        place === 'header' ? name.toLowerCase() : name,
        { in: place, type, required },
      ]),
  );
  expect('path', operation.path, documented.path);
  compareFields(parameters, documented.parameters);
  const { body, answer } = operation;
  if (body && !documented.body) found.push('body: not documented');
  else if (!body && documented.body) found.push('body: only documented');
  else if (body && documented.body) {
    if (!documented.body.contentTypes.includes(body.contentType))
      expect('body', body.contentType, documented.body.contentTypes);
    if (body.fields) compareFields(body.fields, documented.body.fields);
  }
  const data = answer.contentType !== 'none';
  expect('answer', data ? answer.contentType : [], documented.answer[0] ?? []);
  if (age === 'today') {
    expect('id', operation.id, documented.operationId);
    expect('bucket', operation.bucket, documented.bucket);
  }
  if (age === 'today' || age === 'first')
    expect('credential', operation.credential, documented.credential(age));
  return found;
}

describe('the catalogue against the documents', () => {
  for (const [age, file] of Object.entries(DOCUMENTS) as [keyof typeof DOCUMENTS, string][]) {
    describe(file, () => {
      const document = readDocument(join(folder, file));
      for (const operation of CATALOGUE) {
        const documented = document.find(
          age === 'first'
            ? ({ operationId }) => operationId === camel(operation.formerId ?? 'none')
            : ({ method, shape }) =>
                method === operation.method && shape === operation.path.replace(/\{\w+\}/g, '{}'),
        );
        const due =
          age === 'today' ||
          (age === 'first' ? operation.formerId !== undefined : serverOf(operation) === age);
        if (!due && (!documented || isOfAnother(age, operation))) continue;
        it(operation.id, () => {
          assert.ok(documented, 'it is documented');
          assert.ok(due, 'the catalogue says that this server has it');
          assert.equal(documented.method, operation.method);
          const found = differencesOf(operation, documented, age);
          assert.deepEqual(
            found.filter((difference) => !isExplained(age, operation.id, difference)),
            [],
          );
        });
      }
    });
  }
});
