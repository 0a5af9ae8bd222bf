// Starting other programs, and saying so. Node's own modules only: this runs before `npm ci`.
import { spawn } from 'node:child_process';

/** The project's top folder. */
export const root = new URL('../../', import.meta.url).pathname.replace(/\/$/, '');

/** @param {string} line what is being done now, for whoever watches the terminal */
export const say = (line) => console.log(`· ${line}`);

/**
 * Runs a program to its end, its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @throws {Error} when it ends with anything but 0
 */
export function sh(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`${command} ${args.slice(0, 3).join(' ')} ended with ${code ?? signal}`));
    });
  });
}

/**
 * Like `sh`, and hands back what the program printed, line by line on the terminal as well.
 * @returns {Promise<{ code: number, lines: string[] }>} never rejects for an exit code
 */
export function tee(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.once('error', fail);
    child.once('close', (code) =>
      done({ code: code ?? 1, lines: Buffer.concat(chunks).toString('utf8').trimEnd().split('\n') }),
    );
  });
}

/** @returns {Promise<void>} resolved when the process has ended; it is asked first and killed after five seconds */
export async function stopProcess(child, patience = 5000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}
