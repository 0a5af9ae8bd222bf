import assert from 'node:assert/strict';
import { fileError } from '../../src/features/documents/file-error.ts';
import { warningOf } from '../../src/features/documents/tell.ts';
import { OryError } from '../../src/ory/errors.ts';
import { Redactor } from '../../src/ory/secrets/redactor.ts';

const evil = 'see [the help](command:workbench.action.quit)\nor else';

describe('what servers say of documents', () => {
  it('makes no links in what the editor shows of a failed save', () => {
    for (const reason of [evil, `I[#/traits/email] S[#/x] ${evil}`]) {
      const error = new OryError('refused', `${reason} (400)`, { status: 400, reason });
      const { message } = fileError(error, 'Shop', new Redactor());
      assert.match(message, /the help/);
      assert.ok(!message.includes(']('), message);
      assert.ok(!message.includes('\n'), message);
    }
  });

  it('makes no links in warnings', () => {
    const said = warningOf('Shop', ['', evil]);
    assert.match(said ?? '', /^Saved to Shop, which warns: see \[the help\] \(command/);
    assert.equal(warningOf('Shop', ['']), undefined);
  });
});
