import assert from 'node:assert/strict';
import { errorWords } from '../../src/editor/error-words.ts';
import { OryError } from '../../src/ory/errors.ts';
import type { Service } from '../../src/ory/operations/operation.ts';

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
});
