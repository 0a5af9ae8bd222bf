import { type FailureFacts, type FailureKind, isOryError, OryError } from '../../ory/errors.ts';
import { JsonSyntaxError, TooDeepError } from '../../ory/json/tree.ts';
import { MaskError } from '../../ory/secrets/unmask.ts';
import { FieldError, FieldErrors, type FieldProblem } from '../../kinds/save-error.ts';

/** An error between two threads, which would lose its class. */
export type PackedError =
  | {
      readonly is: 'syntax' | 'deep';
      readonly message: string;
      readonly at: readonly [number, number];
      readonly form: string;
    }
  | { readonly is: 'mask' | 'field'; readonly message: string; readonly pointer: string }
  | { readonly is: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly is: 'ory'; readonly kind: FailureKind; readonly message: string; readonly facts: FailureFacts }
  | { readonly is: 'other'; readonly message: string }
  /** One that the extension host gave: it has kept it. */
  | { readonly is: 'given'; readonly number: number; readonly error: PackedError };

/** The numbers under which the extension host keeps errors that came from there. */
const given = new WeakMap<object, number>();

export function packError(error: unknown): PackedError {
  const number = typeof error === 'object' && error ? given.get(error) : undefined;
  const packed = packOne(error);
  return number === undefined ? packed : { is: 'given', number, error: packed };
}

function packOne(error: unknown): PackedError {
  if (error instanceof JsonSyntaxError) {
    const { message, offset, length, form } = error;
    return { is: error instanceof TooDeepError ? 'deep' : 'syntax', message, at: [offset, length], form };
  }
  if (error instanceof MaskError) return { is: 'mask', message: error.message, pointer: error.pointer };
  if (error instanceof FieldError) return { is: 'field', message: error.message, pointer: error.pointer };
  if (error instanceof FieldErrors) return { is: 'fields', problems: error.problems };
  if (isOryError(error)) {
    // What caused it may be anything.
    const facts = { ...error.facts, cause: undefined };
    return { is: 'ory', kind: error.kind, message: error.message, facts };
  }
  return { is: 'other', message: error instanceof Error ? error.message : String(error) };
}

export function unpackError(packed: PackedError): Error {
  switch (packed.is) {
    case 'deep':
      return new TooDeepError(packed.at[1], packed.form, packed.message);
    case 'syntax':
      return new JsonSyntaxError(packed.message, ...packed.at, packed.form);
    case 'mask':
      return new MaskError(packed.pointer, packed.message);
    case 'field':
      return new FieldError(packed.pointer, packed.message);
    case 'fields':
      return new FieldErrors(packed.problems);
    case 'ory':
      return new OryError(packed.kind, packed.message, packed.facts);
    case 'other':
      return new Error(packed.message);
    case 'given': {
      const error = unpackError(packed.error);
      given.set(error, packed.number);
      return error;
    }
  }
}
