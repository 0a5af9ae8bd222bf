import type { JsonSchema } from '../json-schema.ts';
import { clientWords } from './clients.ts';
import { commonWords } from './common.ts';
import { consoleWords } from './console.ts';
import { flowWords } from './flows.ts';
import { identityWords } from './identities.ts';
import { keyWords } from './keys.ts';
import { permissionWords } from './permissions.ts';
import { requestWords } from './requests.ts';

/** What we say of members, by the published type that holds them; `*` stands for every type. */
export type Words = Readonly<Record<string, Readonly<Record<string, string | JsonSchema>>>>;

export const WORDS: Words = {
  '*': commonWords,
  ...clientWords,
  ...consoleWords,
  ...flowWords,
  ...identityWords,
  ...keyWords,
  ...permissionWords,
  ...requestWords,
};
