import type { SecretPointer } from '../operations/operation.ts';
import { maskText } from './mask-text.ts';
import type { Redactor } from './redactor.ts';

/** A body of an operation, masked wherever a secret stands, be it valid JSON or not. */
export function redactBody(redactor: Redactor, secrets: readonly SecretPointer[], text: string): string {
  return redactor.text(maskText(text, secrets));
}
