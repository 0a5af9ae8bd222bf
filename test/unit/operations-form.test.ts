import assert from 'node:assert/strict';
import { pageOf } from '../../src/editor/webview/page.ts';
import { formField } from '../../src/features/operations/form/form-model.ts';
import { CATALOGUE } from '../../src/ory/operations/index.ts';
import { previewText } from '../../src/ory/runner/preview.ts';
import { RunForm } from '../../src/ory/runner/run-form.ts';
import { formMessages } from '../../src/webviews/operation/contract.ts';
import { readEnvelope, readMessage } from '../../src/webviews/shared/contract.ts';

const find = (id: string) => CATALOGUE.find((one) => one.id === id)!;
const target = { baseUrl: 'https://ory.example' };
const formOf = (id: string, values = {}) => new RunForm(find(id), values);
const entryOf = (form: RunForm, name: string) => form.entries.find(({ asked }) => asked.name === name)!;

describe('the form of an operation', () => {
  it('reads what was typed by the type of each field, and leaves out what is wrong', () => {
    const form = formOf('listIdentities', { page_size: 5, ids: ['one', 'two'] });
    assert.equal(entryOf(form, 'ids').text, 'one\ntwo');
    form.set('page_size', '501');
    assert.match(entryOf(form, 'page_size').problem!, /500 at most/);
    assert.equal(form.firstProblem, 'page_size');
    assert.deepEqual(form.values, { ids: ['one', 'two'] });
    form.set('page_size', '500');
    assert.deepEqual(form.values, { ids: ['one', 'two'], page_size: 500 });
    assert.equal(form.firstProblem, undefined);
  });

  it('takes no value that the operation does not have', () => {
    const form = formOf('listIdentities', { nonsense: 'x' });
    assert.equal(form.set('other', 'x'), false);
    assert.deepEqual(form.values, {});
  });

  it('shows the request while required values are missing, and none that would reach another path', () => {
    const form = formOf('deleteIdentityCredentials');
    assert.match(
      previewText(form.preview(target)),
      /^DELETE https:\/\/ory\.example\/admin\/identities\/\{id\}\/credentials\/\{type\}\n/,
    );
    form.set('id', '..');
    assert.match(entryOf(form, 'id').problem!, /swallow/);
    assert.match(previewText(form.preview(target)), /identities\/\{id\}\//);
    form.set('id', 'a/../b');
    assert.match(previewText(form.preview(target)), /identities\/a%2F\.\.%2Fb\//);
  });

  it('never hands a secret to the view, nor shows it in the request', () => {
    const form = formOf('revokeOAuth2Token', {
      token: 'ory_at_tell-nobody',
      client_secret: 'tell-nobody-either',
    });
    const fields = form.entries.map((entry) => formField(entry, [], true));
    assert.deepEqual(
      fields
        .filter(({ held }) => held)
        .map(({ name, kind }) => `${name} ${kind}`)
        .sort(),
      ['client_secret secret', 'token secret'],
    );
    assert.doesNotMatch(JSON.stringify(fields), /tell-nobody/);
    assert.doesNotMatch(previewText(form.preview(target)), /tell-nobody/);
    assert.equal(form.values.token, 'ory_at_tell-nobody');
  });

  it('gives every field of the catalogue a way to be entered', () => {
    for (const operation of CATALOGUE) {
      for (const entry of new RunForm(operation, {}).entries) {
        const { kind, values, required, problem } = formField(entry, [], true);
        assert.equal(kind === 'choice' || kind === 'choices', values.length > 0 && kind !== 'secret');
        assert.equal(problem !== '', required, `${operation.id} ${entry.asked.name}`);
      }
    }
  });
});

describe('what a view sends', () => {
  it('is believed only where it keeps to its contract', () => {
    assert.deepEqual(readMessage(formMessages, { type: 'change', name: 'id', text: 'x' }), {
      type: 'change',
      name: 'id',
      text: 'x',
    });
    for (const wrong of [undefined, null, 'run', { type: 'change', name: 1, text: 'x' }, { type: 'delete' }])
      assert.equal(readMessage(formMessages, wrong), undefined);
    assert.deepEqual(readEnvelope({ kind: 'ready', more: 1 }), { kind: 'ready' });
    for (const wrong of [
      undefined,
      {},
      { kind: 'open' },
      { kind: 'open', url: 1 },
      { kind: 'eval', text: '1' },
    ])
      assert.equal(readEnvelope(wrong), undefined);
  });
});

describe('the page of a view', () => {
  it('runs scripts with its nonce alone, loads nothing from outside, and takes names as text', () => {
    const page = pageOf({
      source: 'https://own.example',
      nonce: 'n1',
      title: '"><script>alert(1)</script>',
      script: 'https://own.example/a.js',
      style: 'https://own.example/a.css',
      codicons: 'https://own.example/c.css',
    });
    assert.match(page, /default-src 'none'; script-src 'nonce-n1'; style-src https:\/\/own\.example;/);
    assert.doesNotMatch(page, /unsafe-/);
    assert.equal(page.match(/<script/g)?.length, 1);
  });
});
