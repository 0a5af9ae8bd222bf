import { oneLine } from '../../../editor/text.ts';
import type { ShownFact } from '../../../webviews/self-service-flow/contract.ts';

/** A fact, where there is something to tell. @param copy whether it is worth a button that copies it */
export const fact = (name: string, value: string | undefined, copy = false): readonly ShownFact[] =>
  value ? [{ name, value: oneLine(value), ...(copy ? { copy } : {}) }] : [];
