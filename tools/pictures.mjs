// Takes the README's pictures over from the last end-to-end run: `npm test -- e2e && node tools/pictures.mjs`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const pictures = join(root, 'docs', 'images');
mkdirSync(pictures, { recursive: true });
for (const [picture, shot] of Object.entries({
  overview: 'overview',
  connect: 'connect',
  conflict: 'conflict',
  flow: 'flows-login-refused',
  oauth2: 'oauth2-tokens',
}))
  copyFileSync(join(root, 'out', 'shots', `${shot}.png`), join(pictures, `${picture}.png`));
