import { asText } from '../../ory/as-text.ts';

/**
 * A text as one part of the id of a row or a list. Texts of servers hold anything, slashes too; encoded they can neither
 * end the part nor look like a part of ours, all of which begin with `+` or `:`.
 */
export const idPart = (said: unknown): string => encodeURIComponent(wellFormed(asText(said)));

/** Half a character (a lone surrogate) can't be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
