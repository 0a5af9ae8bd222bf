import { errorBody, type ErrorFields } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';
import { objectOr, type JsonObject } from '../../json/values.ts';
import { writeJson } from '../../json/write.ts';

/** An answer thrown from deep inside a handler: what Kratos would say. */
export class KratosError extends Error {
  readonly fields: ErrorFields;
  /** The HTTP status, when it is not the code in the body. */
  readonly status: number;
  /** What the body holds beside `error`. */
  readonly beside: JsonObject;

  constructor(fields: ErrorFields, status = fields.code, beside: JsonObject = {}) {
    super(fields.reason ?? fields.message ?? String(fields.code));
    this.fields = fields;
    this.status = status;
    this.beside = beside;
  }

  /** The body of the answer. */
  toJSON(): JsonObject {
    return { ...objectOr(errorBody(this.fields)), ...this.beside };
  }

  toAnswer(): SandboxAnswer {
    const headers = { 'content-type': 'application/json' };
    return { status: this.status, headers, body: `${writeJson(this.toJSON())}\n` };
  }
}

/** 400 with a reason: the request itself is wrong. */
export const badRequest = (reason: string): KratosError => new KratosError({ code: 400, reason });

/** 400 whose message is the decoder's own. */
export const undecodable = (message: string): KratosError => new KratosError({ code: 400, message });

/** 404 of the store: no row with that id. */
export const noSuchRow = (reason?: string): KratosError =>
  new KratosError({
    code: 404,
    message: 'Unable to locate the resource',
    ...(reason === undefined ? {} : { reason }),
  });

/** 404 with a reason of its own. */
export const notFound = (reason: string): KratosError => new KratosError({ code: 404, reason });

/** 409 of the store: a unique value is taken. */
export const taken = (): KratosError =>
  new KratosError({
    code: 409,
    message: 'Unable to insert or update resource because a resource with that value exists already',
  });

/** 409 when an identity is created with a value that another one has. */
export const identityTaken = (): KratosError =>
  new KratosError({ code: 409, reason: 'Another identity has one of these identifiers already.' });
