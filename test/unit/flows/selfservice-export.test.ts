import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { Agent } from '../../../src/flows/self-service/agent.ts';
import { read, start, submit, submitForm } from '../../../src/flows/self-service/drive.ts';
import { clientCode } from '../../../src/flows/self-service/export/client-code.ts';
import { redactInput } from '../../../src/ory/secrets/redact-input.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { curlScript } from '../../../src/flows/self-service/export/curl-script.ts';
import type { FlowKind } from '../../../src/flows/self-service/flow-operations.ts';
import type { Outcome } from '../../../src/flows/self-service/outcome.ts';
import type { Step } from '../../../src/flows/self-service/steps.ts';
import { submitsOf } from '../../../src/flows/self-service/submission.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, type IdentityJson, start as startSandbox, url } from '../sandbox/harness.ts';
import { testClient } from '../support/test-client.ts';

const run = promisify(execFile);
const PASSWORD = 'sandbox-Password-1';
/** The steps' typed secrets, by the names that exports give them. */
const TYPED = { PASSWORD: 'wrong', PASSWORD_2: PASSWORD };

/** Where exported code finds `@ory/client`: below the project. */
const FOLDER = resolve('out', 'exported-flows');

describe('steps of a self-service flow, exported', () => {
  let sandbox: Sandbox;
  let base: string;
  let identifier: string;
  before(async () => {
    mkdirSync(FOLDER, { recursive: true });
    sandbox = await startSandbox();
    base = url(sandbox, 'kratos-public', '');
    const [someone] = await getJson<IdentityJson[]>(url(sandbox, 'kratos-admin', '/admin/identities'));
    identifier = someone!.traits.email;
  });
  after(async () => {
    await sandbox.close();
    rmSync(FOLDER, { recursive: true, force: true });
  });

  /** A login that fails and one that succeeds, on the same flow. */
  async function steps(kind: FlowKind) {
    const client = testClient(base);
    const agent = new Agent({ client: () => Promise.resolve(client), base, learn: () => undefined });
    const press = (outcome: Outcome, password: string, payload?: Record<string, unknown>) => {
      assert.ok(outcome.flow, outcome.headline);
      const [button] = submitsOf(outcome.flow);
      return submit(agent, outcome.flow, button!, { identifier, password }, payload);
    };
    const started = await start(agent, 'login', kind, { refresh: false });
    const refused = await press(started, 'wrong', { note: `it's $HOME "quoted" \`id\`` });
    assert.equal(refused.kind, 'complaint', refused.headline);
    const done = await press(refused, PASSWORD);
    assert.equal(done.kind, 'signed-in', done.headline);
    return agent.steps.all;
  }

  /** The same as a page without scripts goes through it: it is sent back to itself, and reads the flow again. */
  async function pageSteps() {
    const client = testClient(base);
    const agent = new Agent({ client: () => Promise.resolve(client), base, learn: () => undefined });
    const started = await start(agent, 'login', 'browser', {});
    const post = ({ flow }: Outcome, password: string) =>
      submitForm(agent, flow!, submitsOf(flow!)[0]!, { identifier, password });
    const refused = await post(started, 'wrong');
    assert.equal(refused.status, 303, refused.headline);
    const again = await read(agent, 'login', started.flow!.id, 'browser');
    const done = await post(again, PASSWORD);
    assert.equal(done.status, 303, done.headline);
    return agent.steps.all;
  }

  /** How often the server has let somebody in. */
  const sessions = async () =>
    (await getJson<unknown[]>(url(sandbox, 'kratos-admin', '/admin/sessions?page_size=1000'))).length;

  async function check(name: string, taken: readonly Step[], said: RegExp): Promise<void> {
    // As the export does it in a window that has learned much: nothing that makes the script may be cut out of it.
    const redactor = new Redactor();
    for (const secret of [PASSWORD, 'password', 'secret', 'identifier']) redactor.learn(secret);
    const all = taken.map((step) => ({ ...step, input: redactInput(redactor, step.input) }));
    const script = curlScript(all, { baseUrl: base });
    const code = clientCode(all, base);
    for (const text of [script, code])
      for (const secret of [PASSWORD, 'ory_st_', '"wrong"', "'wrong'"])
        assert.ok(!text.includes(secret), text);

    const before = await sessions();
    const shell = await run('sh', ['-c', script], { env: { PATH: process.env.PATH ?? '', ...TYPED } });
    assert.match(shell.stdout, said);
    assert.equal(await sessions(), before + 1);
    await assert.rejects(run('sh', ['-c', script], { env: { PATH: process.env.PATH ?? '' } }), /PASSWORD/);

    const file = join(FOLDER, `${name}.ts`);
    writeFileSync(file, code);
    assert.deepEqual(problemsIn(file), [], code);
    const built = await esbuild.transform(code, { loader: 'ts', format: 'esm' });
    const module = join(FOLDER, `${name}.mjs`);
    writeFileSync(module, built.code);
    const played = await run(process.execPath, [module], { env: { ...process.env, ...TYPED } });
    assert.match(played.stdout, /updateLoginFlow[^]*updateLoginFlow/);
    assert.equal(await sessions(), before + 2);
  }

  it('play again as a script and as code on @ory/client, with an app’s token', async () =>
    check('api', await steps('api'), /4000006[^]*"session"/));

  it('play again with a browser’s cookies and CSRF tokens', async () =>
    check('browser', await steps('browser'), /4000006[^]*"session"/));

  it('play again as the forms of a page, and show its redirects', async () =>
    check('page', await pageSteps(), /303[^]*location:[^]*4000006[^]*303/i));
});

/** What a strict TypeScript finds wrong in a file. */
function problemsIn(file: string): readonly string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
