import { STATUS_CODES } from 'node:http';
import { writeJson } from '../json/write.ts';
import type { SandboxAnswer } from './service.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** A JSON answer, with the content type that the servers write on success. */
export function json(status: number, value: unknown, headers: Headers = {}): SandboxAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: `${writeJson(value)}\n`,
  };
}

/** A plain text answer; Go's own answers end with a newline. */
export function text(status: number, body: string, headers: Headers = {}): SandboxAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${body}\n` };
}

/** An answer without a body. */
export function empty(status: number, headers: Headers = {}): SandboxAnswer {
  return { status, headers };
}

/** Fields of the error object that Kratos, Keto and the console share. */
export interface ErrorFields {
  readonly code: number;
  readonly id?: string;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: unknown;
}

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'The request was malformed or contained invalid parameters',
  401: 'The request could not be authorized',
  403: 'The requested action was forbidden',
  404: 'The requested resource could not be found',
  409: 'The resource could not be created due to a conflict',
  500: 'An internal server error occurred, please contact the system administrator',
  501: 'The sandbox does not do this',
};

/** The `{"error":{…}}` body of Kratos, Keto and the console. */
export function errorBody(fields: ErrorFields): unknown {
  const { code, id, reason, details, message } = fields;
  const status = STATUS_CODES[code] ?? '';
  return {
    error: {
      ...(id === undefined ? {} : { id }),
      code,
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(details === undefined ? {} : { details }),
      message: message ?? MESSAGES[code] ?? status,
    },
  };
}

/**
 * An error answer in that shape. `status` is the HTTP status when it differs from the code in the body
 * (some of Kratos' own answers do).
 */
export function error(fields: ErrorFields, headers: Headers = {}, status = fields.code): SandboxAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: `${writeJson(errorBody(fields))}\n`,
  };
}
