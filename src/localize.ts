/** What the entry loads before all else, where the editor speaks another language than English. */
export { localize } from './ory/localize.ts';
