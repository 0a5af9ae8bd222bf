import assert from 'node:assert/strict';
import { listIdentities } from '../../../src/ory/operations/identities.ts';
import { batchCheckPermission } from '../../../src/ory/operations/permissions.ts';
import { listProjects } from '../../../src/ory/operations/projects.ts';
import { whyMissing } from '../../../src/ory/operations/versions.ts';

describe('operations that a server lacks', () => {
  const self = (version?: string) => ({ network: false, version });

  it('names the first version that has it', () => {
    const why = whyMissing(batchCheckPermission, self('v0.11.1-alpha.0'));
    assert.equal(why, 'batchCheckPermission exists since version 0.14.0; this server is v0.11.1-alpha.0.');
  });

  it('counts versions as numbers, up to the year’s', () => {
    assert.equal(whyMissing(batchCheckPermission, self('v0.14.0')), undefined);
    assert.equal(whyMissing(batchCheckPermission, self('0.100.0')), undefined);
    assert.equal(whyMissing(batchCheckPermission, self('v26.2.0')), undefined);
  });

  it('takes what it cannot read for the newest', () => {
    for (const version of [undefined, '', 'master', 'dev-build'])
      assert.equal(whyMissing(batchCheckPermission, self(version)), undefined);
  });

  it('says what Ory Network alone has', () => {
    assert.equal(whyMissing(listProjects, self('v26.2.0')), 'listProjects exists on Ory Network only.');
    assert.equal(whyMissing(listProjects, { network: true }), undefined);
  });

  it('finds nothing missing of what all have', () => {
    assert.equal(whyMissing(listIdentities, self('v0.11.0')), undefined);
  });
});
