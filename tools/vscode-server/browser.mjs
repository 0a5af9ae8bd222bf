// The Chromium that stands in for a person.
import { chromium } from 'playwright-core';
import { findChromium } from '../lib/system.mjs';

/** It loads nothing but our own server's pages, and containers often forbid the sandbox it would like. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * @returns {Promise<import('playwright-core').Browser>} headless
 * @throws {Error} when there is no browser on this machine
 */
export async function launchBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on the PATH: install it, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}
