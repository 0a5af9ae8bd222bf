// Takes the README's pictures over from the last end-to-end run: `npm test -- e2e && node tools/pictures.mjs`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const pictures = join(root, 'docs', 'images');
mkdirSync(pictures, { recursive: true });
for (const name of ['overview', 'connect', 'conflict'])
  copyFileSync(join(root, 'out', 'shots', `${name}.png`), join(pictures, `${name}.png`));
