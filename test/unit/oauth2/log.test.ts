import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { logTraced } from '../../../src/editor/log-exchange.ts';
import { EditorBrowser } from '../../../src/flows/oauth2/browser/follow.ts';
import { runContext } from '../../../src/flows/oauth2/context.ts';
import { readProvider } from '../../../src/flows/oauth2/provider/provider.ts';
import { clientCredentials } from '../../../src/flows/oauth2/runs/grants.ts';
import { Trace } from '../../../src/flows/oauth2/trace.ts';
import { OAuth2Fixture } from './fixture.ts';

it('what a run sends leaves a line each in the log: method, path, status and time, and no secret', async () => {
  const fixture = await OAuth2Fixture.start();
  try {
    const lines: string[] = [];
    const note = (line: string) => void lines.push(line);
    const log = { info: note, warn: note } as unknown as vscode.LogOutputChannel;
    const { api, endpoints, redactor, abort } = fixture;
    const id = await fixture.client({ client_secret: 'the-secret', grant_types: ['client_credentials'] });
    const context = await runContext({
      provider: await readProvider(api, fixture.hydra.publicUrl),
      client: { id, credential: { method: 'client_secret_basic', secret: 'the-secret' } },
      api,
      endpoints,
      trace: new Trace(redactor, undefined, logTraced(log, 'local')),
      redactor,
      signal: abort.signal,
    });
    await clientCredentials(context, { scope: '' });
    await new EditorBrowser(context).visit(new URL(`${fixture.hydra.publicUrl}/oauth2/auth?state=the-state`));
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^local POST \/oauth2\/token 200 \d+ms$/);
    assert.match(lines[1] ?? '', /^local GET \/oauth2\/auth 30\d \d+ms$/);
  } finally {
    await fixture.stop();
  }
});
