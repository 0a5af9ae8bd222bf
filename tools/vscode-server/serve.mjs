// Runs under the bundled Node: hosts the VS Code server in this process and tells the parent the port.
// usage: node serve.mjs --code-server DIR --port N --server-data-dir DIR [flags of the VS Code server]
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The value of a flag; `take` also removes it, for flags that the VS Code server does not know. */
function flag(name, take = false) {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return undefined;
  const value = process.argv[at + 1];
  if (take) process.argv.splice(at, 2);
  return value;
}

const codeServer = flag('code-server', true);
const dataDir = flag('server-data-dir');
const tokenFile = flag('connection-token-file');
const token = tokenFile && readFileSync(tokenFile, 'utf8').trim();
mkdirSync(dataDir, { recursive: true });

if (!token) process.argv.push('--without-connection-token');
process.argv.push(
  '--accept-server-license-terms',
  '--disable-telemetry',
  '--disable-getting-started-override',
);
// code-server names its client's version here; any recent one does.
process.argv.push('--compatibility', '1.64');
// "Imported by a parent": do not listen on a port of your own.
process.env.CODE_SERVER_PARENT_PID = String(process.pid);
process.env.EXTENSIONS_GALLERY ??= '{}';
const { loadCodeWithNls } = await import(
  pathToFileURL(join(codeServer, 'lib/vscode/out/server-main.js')).href
);
const vscode = await (await loadCodeWithNls()).createServer(null);
delete process.env.CODE_SERVER_PARENT_PID;

/** Half of the key that encrypts SecretStorage in the browser; without it secrets are lost on reload. */
function keyHalf() {
  const file = join(dataDir, 'secret-key-half');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

/** Whether the browser has opened the address with the token once: the server then set this cookie. */
const admitted = (request) =>
  !token || (request.headers.cookie ?? '').split(/;\s*/).includes(`vscode-tkn=${token}`);

const TYPES = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** code-server's own icons and service worker. */
function sendStatic(path, response) {
  const file = normalize(join(codeServer, path));
  if (!file.startsWith(codeServer + sep) || !existsSync(file) || !statSync(file).isFile())
    return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'service-worker-allowed': '/',
  });
  return createReadStream(file).pipe(response);
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (request.method === 'POST' && path.endsWith('/mint-key'))
    return admitted(request) ? response.end(keyHalf()) : response.writeHead(403).end();
  if (path === '/update/check' || path.includes('/node_modules/vsda/')) return response.writeHead(204).end();
  if (path.startsWith('/_static/')) return sendStatic(path.slice('/_static/'.length), response);
  return vscode.handleRequest(request, response);
});
server.on('upgrade', (request, socket) => vscode.handleUpgrade(request, socket));
server.on('error', (error) => process.send({ type: 'failed', code: error.code, message: error.message }));
server.listen(Number(flag('port') ?? 0), '127.0.0.1', () =>
  process.send({ type: 'ready', port: server.address().port }),
);

function stop() {
  server.close();
  server.closeAllConnections();
  vscode.dispose();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The parent is gone: do not stay behind.
process.on('disconnect', stop);
