// A lock between processes: a folder (made atomically) that names its owner.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './run.mjs';

function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/** The owner's process id, or undefined while it is being written. */
function owner(folder) {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Runs `work` while no other process holds `folder`. The lock of a process that died is taken over.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  let told = false;
  let ownerless = 0;
  while (!take(folder)) {
    const pid = owner(folder);
    ownerless = pid === undefined ? ownerless + 1 : 0;
    // An owner writes its id at once: a folder without one for seconds was left by a process that was killed.
    if (pid === undefined ? ownerless > 10 : !alive(pid)) rmSync(folder, { recursive: true, force: true });
    else if (!told) {
      say(`waiting for another process${pid ? ` (${pid})` : ''} that does the same…`);
      told = true;
    }
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
