// Runs a mocha entry (a module that exports run()) inside the real extension host.
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** test/host/index.ts starts each of its lines with this; the rest of the host's console is noise. */
const TAG = '[host-test] ';

/**
 * @param {object} what
 * @param {string[]} what.extensionDevelopmentPath
 * @param {string} what.extensionTestsPath
 * @param {string} [what.folder]
 * @param {string} [what.workspace]
 * @param {[string, string][]} [what.payload]
 * @param {number} [what.timeout] milliseconds for the whole run
 * @returns {Promise<number>} the exit code
 */
export async function runHostTests({ timeout = 1_800_000, ...what }) {
  const verbose = Boolean(process.env.ORY_TEST_VERBOSE);
  const server = await startServer({ developmentMode: true, env: { HOST_TEST_TAG: TAG } });
  const browser = await launchBrowser();
  let timer;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise((done, fail) => {
      timer = setTimeout(
        () => fail(new Error(`the extension host gave no result in ${timeout} ms`)),
        timeout,
      );
      page.once('crash', () => fail(new Error('the workbench page crashed')));
      server.child.once('exit', (code) => fail(new Error(`the VS Code server ended (${code})`)));
      expose(page, done, verbose)
        .then(() => page.goto(server.url(what)))
        .catch(fail);
    });
    return await ended;
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}

/** The workbench calls these two functions in a run that has extensionTestsPath. */
async function expose(page, done, verbose) {
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args);
    if (line.startsWith(TAG)) console.log(line.slice(TAG.length));
    else if (verbose) console.error(`[${type}] ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', (code, logs) => {
    if (code !== 0 && verbose) for (const log of logs ?? []) console.error(log.relativePath, log.contents);
    // Lines that are on their way come first.
    setTimeout(() => done(code), 100);
  });
}
