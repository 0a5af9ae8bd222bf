import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import { type DocumentRef, documentUri, nameOfUri, parseDocumentUri } from '../../src/editor/document-uri.ts';
import { direct, open, replace, useDocuments } from './documents-support.ts';

/** As the editor hands a URI on: written out and read again, twice. */
const again = (uri: Uri) => Uri.parse(Uri.parse(uri.toString()).toString());

const ids = [
  '+newsletter',
  '+new',
  '+new-1:default',
  '%2Bnew',
  'a/../b',
  '..',
  '100% +1',
  'ключ ключей',
  'a?b#c',
  '\\',
];

describe('the URI of a document', () => {
  useDocuments();

  for (const id of ids) {
    it(`brings the id ${id} back, of a resource and of a new document`, () => {
      const ref: DocumentRef = { connection: 'docs', kind: 'clients', id };
      const uri = documentUri(ref, 'Web shop');
      const made = documentUri({ ...ref, isNew: true }, 'Web shop');
      assert.deepEqual(parseDocumentUri(again(uri)), ref);
      assert.deepEqual(parseDocumentUri(again(made)), { ...ref, isNew: true });
      assert.notEqual(uri.toString(), made.toString());
    });
  }

  it('holds any name', () => {
    const ref: DocumentRef = { connection: 'docs', kind: 'clients', id: 'x' };
    for (const name of [
      `${'a'.repeat(79)}😀😀`,
      '😀'.repeat(100),
      'half \ud83d',
      '\udc00',
      '..',
      '',
      'a/b',
    ]) {
      assert.deepEqual(parseDocumentUri(again(documentUri(ref, name))), ref);
    }
    assert.equal(nameOfUri(again(documentUri(ref, '😀'.repeat(100)))), '😀'.repeat(80));
  });

  it('opens a client for what it is, though its id looks like that of a new document', async () => {
    const made = await direct('hydra-admin', 'POST', '/admin/clients', {
      client_id: '+newsletter',
      client_name: 'Docs news',
    });
    assert.equal(made.status, 201);
    const document = await open('clients', '+newsletter', 'Docs news');
    await replace(document, '"client_name": "Docs news"', '"client_name": "Docs weekly"');
    assert.equal(await document.save(), true);
    const { json } = await direct('hydra-admin', 'GET', '/admin/clients/%2Bnewsletter');
    assert.equal(json.client_name, 'Docs weekly');
  });
});
