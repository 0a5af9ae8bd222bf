import { error, type ErrorFields } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';

/** What Keto answers instead, thrown from inside a handler. */
export class KetoError extends Error {
  private readonly fields: ErrorFields;

  constructor(fields: ErrorFields & { readonly message: string }) {
    super(fields.message);
    this.fields = fields;
  }

  toAnswer(): SandboxAnswer {
    return error(this.fields);
  }
}

const MALFORMED = 'The request was malformed or contained invalid parameters';

/** 400 that says in its message what is wrong. */
export const badRequest = (message: string): KetoError => new KetoError({ code: 400, message });

/** 400 with the usual message and a reason. */
export const badRequestBecause = (reason?: string): KetoError =>
  new KetoError({ code: 400, message: MALFORMED, ...(reason === undefined ? {} : { reason }) });

export class UnknownNamespaceError extends KetoError {
  constructor(name: string) {
    super({
      code: 404,
      message: 'The requested resource could not be found',
      reason: `Unknown namespace with name ${JSON.stringify(name)}.`,
    });
  }
}

/** 422: a check that would never end. */
export const endless = (): KetoError =>
  new KetoError({
    code: 422,
    message: 'The check could not be completed',
    reason: 'The permissions of the namespaces seem to refer to each other in a circle.',
  });
