// Packs an extension that lets a test read and change the text of the editor in front where it is: in the extension host.
// The clipboard, which everything that runs shares, and what happens to be drawn are no source for an assertion.
import { packTinyExtension } from './tiny-extension.mjs';

/** The name of the entry in the status bar whose text is the port that this window's reader listens on. */
export const READER_ENTRY = 'ory-explorer-reader';

/**
 * Runs in the extension host, as text. Requests are JSON: `{ op, from, to, text }`; answers `{ uri, text }` or `{ error }`.
 * A round trip to the window comes before each look and after each change: whatever was typed before it has arrived then.
 */
function code(require, exports) {
  const { createServer } = require('node:http');
  const { commands, Range, Selection, StatusBarAlignment, window } = require('vscode');
  const settle = () => commands.getCommands(true);
  const whole = (document) =>
    new Range(document.positionAt(0), document.positionAt(document.getText().length));

  async function answer({ op, text, from, to }) {
    await settle();
    const editor = window.activeTextEditor;
    if (!editor) throw new Error('no text editor is in front');
    const { document } = editor;
    const now = document.getText();
    const place = op === 'replace' || op === 'behind' ? now.indexOf(from ?? text) : 0;
    if (place < 0) throw new Error(`the document does not hold ${from ?? text}:\n${now}`);
    if (op === 'behind') {
      const at = document.positionAt(place + text.length);
      editor.selection = new Selection(at, at);
      editor.revealRange(new Range(at, at));
    } else if (op === 'set' || op === 'replace') {
      const range =
        op === 'set'
          ? whole(document)
          : new Range(document.positionAt(place), document.positionAt(place + from.length));
      // False: somebody else changed the document at the same time.
      for (
        let tries = 20;
        !(await editor.edit((edit) => edit.replace(range, op === 'set' ? text : to)));
        tries--
      )
        if (tries === 0) throw new Error(`${document.uri.toString()} takes no change`);
    }
    await settle();
    return { uri: document.uri.toString(), text: document.getText() };
  }

  exports.activate = (context) => {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        answer(JSON.parse(body))
          .catch((error) => ({ error: String(error.message) }))
          .then((result) => response.end(JSON.stringify(result)));
      });
    }).listen(0, '127.0.0.1', () => {
      const entry = window.createStatusBarItem('ENTRY', StatusBarAlignment.Right, -10_000);
      entry.name = 'ENTRY';
      entry.text = String(server.address().port);
      entry.show();
      context.subscriptions.push(entry, { dispose: () => server.close() });
    });
  };
}

/** @param {string} vsix where the package goes */
export const packReader = (vsix) =>
  packTinyExtension(vsix, {
    name: READER_ENTRY,
    activationEvents: ['*'],
    code: `(${String(code).replaceAll('ENTRY', READER_ENTRY)})(require, exports);`,
  });
