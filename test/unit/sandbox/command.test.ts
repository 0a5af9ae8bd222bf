import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';

const PORTS = [
  '--kratos-public',
  '0',
  '--kratos-admin',
  '0',
  '--hydra-public',
  '0',
  '--hydra-admin',
  '0',
  '--console',
  '0',
  '--keto-read',
  '0',
  '--keto-write',
  '0',
  '--keto-opl',
  '0',
  '--talos',
  '0',
];

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly exit: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['tools/sandbox.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, err: () => err, exit };
}

describe('sandbox: the command', function () {
  it('prints one line of JSON with the addresses, serves, and ends with 0 on SIGTERM', async () => {
    const { child, out, exit } = run(...PORTS, '--identities', '5', '--clients', '2');
    await once(child.stdout!, 'data');
    const addresses = JSON.parse(out()) as Record<string, string>;
    assert.deepEqual(Object.keys(addresses), [
      'kratos-public',
      'kratos-admin',
      'hydra-public',
      'hydra-admin',
      'console',
      'keto-read',
      'keto-write',
      'keto-opl',
      'talos',
    ]);
    const response = await fetch(`${addresses['kratos-admin'] ?? ''}/admin/identities`);
    assert.equal(((await response.json()) as unknown[]).length, 5);
    child.kill('SIGTERM');
    assert.equal(await exit, 0);
    assert.equal(out().trim().split('\n').length, 1);
  });

  it('ends with the process that started it', async () => {
    const child = spawn(process.execPath, ['tools/sandbox.mjs', ...PORTS, '--empty'], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const exit = once(child, 'exit');
    await once(child.stdout!, 'data');
    child.disconnect();
    assert.deepEqual(await exit, [0, null]);
  });

  it('ends with 2 for an option that it does not know, saying so on stderr only', async () => {
    const { out, err, exit } = run('--frobnicate');
    assert.equal(await exit, 2);
    assert.match(err(), /unknown option --frobnicate/);
    assert.equal(out(), '');
  });

  it('ends with 1 when a port is taken, and names it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { err, exit } = run(...PORTS, '--kratos-admin', String(port));
    assert.equal(await exit, 1);
    assert.match(err(), new RegExp(`port ${port} is in use`));
    other.close();
  });
});
