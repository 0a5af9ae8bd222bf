import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { texts } from '../../tools/texts.mjs';

describe('the texts that are translated', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ory-texts-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function of(code: string): ReturnType<typeof texts> {
    writeFileSync(join(folder, 'a.ts'), code);
    return texts(folder);
  }

  it('are taken from every call, with the comment that tells one from another', () => {
    const code = `vscode.l10n.t('Saved {0} to {1}.', a, b); l10n.t(c ? d : e.length, 1);`;
    assert.throws(() => of(code), /takes a text as it stands/);
    assert.deepEqual(
      of(
        `vscode.l10n.t('It’s {0}.', a); l10n.t("It's $(check) done"); l10n.t({ message: 'Key', comment: 'JWK' });`,
      ),
      {
        "It's $(check) done": "It's $(check) done",
        'It’s {0}.': 'It’s {0}.',
        'Key/JWK': { message: 'Key', comment: ['JWK'] },
      },
    );
  });

  it('hold nothing that a translation must not change', () => {
    for (const text of [
      '<html lang="en"><body>{0}</body></html>',
      '<!-- What happened? -->',
      'style-src {0}',
      '$(edit) {0}',
      '{0}: {1}',
      '/path/to/file.pem',
      'http://127.0.0.1:3000/login',
    ])
      assert.throws(() => of(`l10n.t(${JSON.stringify(text)})`), /must not be translated/, text);
  });

  it('are those of the source', () => {
    assert.ok(Object.keys(texts('src')).length > 2_000);
  });
});
