import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type DocumentLink,
  type Hover,
  type InlayHint,
  type MarkdownString,
  Position,
  Range,
  type TextDocument,
  window,
} from 'vscode';
import { ask, clipboard, usePerson } from './direct-commands-support.ts';
import { newEmail, newIdentity, open, setText } from './documents-support.ts';

const lensesOf = (document: TextDocument) =>
  commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
const lineOf = (document: TextDocument, text: string) => {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} stands in\n${document.getText()}`);
  return document.positionAt(at).line;
};
const hoverText = async (document: TextDocument, position: Position) => {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value))
    .join('\n')
    .replaceAll('&nbsp;', ' ');
};

describe('lenses and hovers', () => {
  const person = usePerson();

  async function press(document: TextDocument, title: RegExp): Promise<void> {
    const lens = (await lensesOf(document)).find(({ command }) => title.test(command?.title ?? ''));
    assert.ok(lens?.command, `a lens ${title}`);
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
  }

  it('verify an address of an identity from its document', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'actions');
    const mark = (await lensesOf(document)).find(({ command }) =>
      (command?.title ?? '').includes('Verified'),
    );
    assert.ok(mark);
    assert.match(document.lineAt(mark.range.start.line).text, /\{|verifiable/);
    await press(document, /Mark as Verified/);
    const { json } = await ask('kratos-admin', 'GET', `/admin/identities/${id}`);
    const [address] = (json as { verifiable_addresses: { verified: boolean; status: string }[] })
      .verifiable_addresses;
    assert.equal(address?.verified, true);
    assert.equal(address.status, 'completed');
    assert.deepEqual(person().told, [`Marked ${email} as verified (Actions sandbox)`], 'told, with Undo');
  });

  it('deactivate an identity from its document', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'actions');
    await press(document, /^Deactivate$/);
    const { json } = await ask('kratos-admin', 'GET', `/admin/identities/${id}`);
    assert.equal((json as { state: string }).state, 'inactive');
  });

  it('tell a key’s size and thumbprint, and copy its public part', async () => {
    const set = newEmail().replace('@example.com', '');
    await ask('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'RS256', use: 'sig', kid: 'first' });
    await ask('hydra-admin', 'POST', `/admin/keys/${set}`, { alg: 'ES256', use: 'sig', kid: 'second' });
    const document = await open('keys', set, set, 'actions');
    const titles = (await lensesOf(document)).map(({ command }) => command?.title ?? '');
    assert.equal(titles.filter((title) => /^RSA \d{4} bits · \S{11}…$/.test(title)).length, 1);
    assert.equal(titles.filter((title) => title.startsWith('EC P-256 · ')).length, 1);
    await press(document, /Copy Public Key/);
    assert.match(await clipboard(), /^-----BEGIN PUBLIC KEY-----/);
    const at = new Position(lineOf(document, '"second"'), 10);
    const said = await hoverText(document, at);
    assert.match(said, /EC P-256/);
    assert.match(said, /Thumbprint \(RFC 7638, SHA-256\): `[\w-]{43}`/);
    assert.match(said, /BEGIN PUBLIC KEY/);
    assert.ok(!said.includes('RSA'));
  });

  it('say how long ago a time is, beside it and when pointed at', async () => {
    const { id, email } = await newIdentity();
    const document = await open('identities', id, email, 'actions');
    const line = lineOf(document, '"created_at"');
    const column = document.lineAt(line).text.indexOf('20');
    assert.match(await hoverText(document, new Position(line, column + 3)), /just now/);
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    assert.ok(hints.some(({ label, position }) => label === 'just now' && position.line === line));
  });

  it('lead from a session to its identity', async () => {
    const sessions = (await ask('kratos-admin', 'GET', '/admin/sessions?page_size=1&expand=identity'))
      .json as {
      id: string;
      identity: { id: string };
    }[];
    const [session] = sessions;
    assert.ok(session);
    const document = await open('sessions', session.id, 'session', 'actions');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const link = links.find(({ range }) => document.getText(range) === session.identity.id);
    assert.ok(link?.target);
    assert.equal(link.target.scheme, 'command');
    assert.match(decodeURIComponent(link.target.query), /"kind":"identities"/);
    const [ref] = JSON.parse(link.target.query) as object[];
    await commands.executeCommand(link.target.path, ref);
    assert.match(window.activeTextEditor?.document.getText() ?? '', new RegExp(session.identity.id));
  });
});

describe('links in documents', () => {
  usePerson();

  for (const [how, id] of [
    ['another reference', '"},{"connection":"actions-closed","kind":"clients","id":"x'],
    ['the same, encoded once', '%22,%22connection%22:%22actions-closed%22,%22x%22:%22'],
    ['the same, encoded twice', '%2522,%2522connection%2522:%2522actions-closed%2522,%2522x%2522:%2522'],
    ['half an escape', '100%'],
  ] as const) {
    it(`lead where the document leads, whatever the id holds: ${how}`, async () => {
      const { id: own, email } = await newIdentity();
      const document = await open('identities', own, email, 'actions');
      await setText(document, JSON.stringify({ client_id: id }, null, 2));
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      const target = links[0]?.target;
      assert.ok(target);
      // The editor decodes the arguments of a link once more than it encodes them.
      let text = target.query;
      for (let times = 0; times < 4; times++, text = decodeURIComponent(text)) {
        assert.deepEqual(Object.keys((JSON.parse(text) as object[])[0] ?? {}), ['kind', 'link']);
        assert.ok(!text.includes('connection') && !text.includes(id), text);
      }
      const asked: unknown[] = [];
      const real = commands.executeCommand;
      Object.assign(commands, {
        executeCommand: (command: string, ...args: unknown[]) => {
          if (command === 'ory.openDocument') asked.push(...args);
          else return real(command, ...args);
          return Promise.resolve();
        },
      });
      try {
        await real(target.path, ...(JSON.parse(text) as unknown[]));
      } finally {
        Object.assign(commands, { executeCommand: real });
      }
      assert.deepEqual(asked, [{ connection: 'actions', kind: 'clients', id }]);
    });
  }

  it('that nobody made lead nowhere', async () => {
    const { id: own, email } = await newIdentity();
    await open('identities', own, email, 'actions');
    const before = window.activeTextEditor?.document.uri.toString();
    for (const made of [
      { kind: 'clients', link: 987_654 },
      { connection: 'actions-closed', kind: 'clients', id: 'x' },
      7,
      null,
    ])
      await commands.executeCommand('ory.followLink', made);
    assert.equal(window.activeTextEditor?.document.uri.toString(), before);
  });
});
