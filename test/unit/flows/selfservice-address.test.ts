import assert from 'node:assert/strict';
import { FlowAddressError, parseFlowAddress } from '../../../src/flows/self-service/address.ts';
import { FLOW_ID } from './selfservice-shapes.ts';

describe('the address of a self-service flow', () => {
  const read = (text: string) => parseFlowAddress(text);

  it('is an id alone, whose type nobody knows', () => {
    assert.deepEqual(read(` ${FLOW_ID} `), { at: 'flow', id: FLOW_ID });
  });

  it('is the page that shows a flow, whatever it is called', () => {
    for (const [page, type] of [
      ['login', 'login'],
      ['auth/sign-in', 'login'],
      ['registration/', 'registration'],
      ['en/verify-email', 'verification'],
      ['ui/recovery', 'recovery'],
      ['settings', 'settings'],
    ] as const)
      assert.deepEqual(read(`https://app.example.com/${page}?flow=${FLOW_ID}#x`), {
        at: 'flow',
        id: FLOW_ID,
        type,
      });
    assert.deepEqual(read(`https://app.example.com/?flow=${FLOW_ID}`), { at: 'flow', id: FLOW_ID });
  });

  it('is Kratos’ own, to read or to start one, with what its catalogue knows of the options', () => {
    assert.deepEqual(read(`http://127.0.0.1:4433/self-service/recovery/flows?id=${FLOW_ID}`), {
      at: 'flow',
      id: FLOW_ID,
      type: 'recovery',
    });
    assert.deepEqual(
      read(
        'https://x.projects.oryapis.com/self-service/login/browser?refresh=true&aal=aal2&return_to=/a&odd=1',
      ),
      {
        at: 'start',
        type: 'login',
        kind: 'browser',
        options: { refresh: true, aal: 'aal2', return_to: '/a' },
      },
    );
    assert.equal(read('https://x.test/kratos/self-service/settings/api').at, 'start');
  });

  it('is the link of a mail, with its code or its token', () => {
    const code = read(`http://127.0.0.1:4433/self-service/verification?code=123456&flow=${FLOW_ID}`);
    assert.deepEqual(code, { at: 'flow', id: FLOW_ID, type: 'verification', code: '123456' });
    const token = read(`http://127.0.0.1:4433/self-service/recovery?flow=${FLOW_ID}&token=abc`);
    assert.deepEqual(token, { at: 'flow', id: FLOW_ID, type: 'recovery', token: 'abc' });
  });

  it('is an error page, or a page that Hydra sent a browser to', () => {
    assert.deepEqual(read(`https://app.example.com/error?id=${FLOW_ID}`), { at: 'error', id: FLOW_ID });
    assert.deepEqual(read('http://127.0.0.1:4433/self-service/errors?id=stub:500'), {
      at: 'error',
      id: 'stub:500',
    });
    assert.deepEqual(read('https://app.example.com/login?login_challenge=ch'), {
      at: 'start',
      type: 'login',
      kind: 'browser',
      options: { login_challenge: 'ch' },
    });
  });

  it('is nothing else, and says why', () => {
    for (const [text, why] of [
      ['hello', /no id of a flow/],
      ['https://app.example.com/login', /names no flow/],
      ['https://app.example.com/login?flow=1', /no id of a flow/],
      ['https://app.example.com/consent?consent_challenge=x', /OAuth 2.0/],
    ] as const)
      assert.throws(
        () => read(text),
        (error) => error instanceof FlowAddressError && why.test(error.message),
      );
  });
});
