import { TOO_DEEP } from '../json/depth.ts';
import { parseJson, printJson, TooDeepError } from '../json/tree.ts';
import type { SecretPointer } from '../operations/operation.ts';
import { maskJson } from './mask.ts';
import type { Redactor } from './redactor.ts';

/** A JSON body of an operation, masked at its secret places; what is no JSON is treated as free text. */
export function redactBody(redactor: Redactor, secrets: readonly SecretPointer[], text: string): string {
  try {
    return redactor.text(printJson(maskJson(parseJson(text), secrets)));
  } catch (error) {
    // Its secrets can't be found.
    if (error instanceof TooDeepError) return `[${TOO_DEEP}]`;
    return redactor.text(text);
  }
}
