import { apiKeyWords } from './api-keys.ts';
import { clientWords } from './clients.ts';
import { commonWords } from './common.ts';
import { consoleWords } from './console.ts';
import { flowWords } from './flows.ts';
import { identityWords } from './identities.ts';
import { keyWords } from './keys.ts';
import { permissionWords } from './permissions.ts';
import { requestWords } from './requests.ts';
import type { Words } from './words-of-types.ts';

export const WORDS: Words = {
  '*': commonWords,
  ...apiKeyWords,
  ...clientWords,
  ...consoleWords,
  ...flowWords,
  ...identityWords,
  ...keyWords,
  ...permissionWords,
  ...requestWords,
};
