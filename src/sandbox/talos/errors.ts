import { writeJson } from '../json/write.ts';
import type { SandboxAnswer } from '../http/service.ts';

/** What Talos answers instead, thrown from inside a handler. */
export class TalosError extends Error {
  private readonly code: number;
  private readonly status: string;
  /** What programs tell the failure by. */
  readonly reason: string;

  /**
   * @param code HTTP status
   * @param status the canonical name of gRPC's status
   */
  constructor(code: number, status: string, reason: string, message: string) {
    super(message);
    this.code = code;
    this.status = status;
    this.reason = reason;
  }

  /** The envelope of Google's AIP-193. */
  toAnswer(): SandboxAnswer {
    const { code, message, status, reason } = this;
    const detail = {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason,
      domain: 'www.ory.com/talos',
      metadata: {},
    };
    return {
      status: code,
      headers: { 'content-type': 'application/json' },
      body: `${writeJson({ error: { code, message, status, details: [detail] } })}\n`,
    };
  }
}

export const badRequest = (message: string, reason = 'BAD_REQUEST'): TalosError =>
  new TalosError(400, 'INVALID_ARGUMENT', reason, message);

export const unauthorized = (message: string): TalosError =>
  new TalosError(401, 'UNAUTHENTICATED', 'UNAUTHORIZED', message);

export const forbidden = (message: string): TalosError =>
  new TalosError(403, 'PERMISSION_DENIED', 'FORBIDDEN', message);

export const keyNotFound = (message = 'API key not found'): TalosError =>
  new TalosError(404, 'NOT_FOUND', 'API_KEY_NOT_FOUND', message);

export const keyExists = (message: string): TalosError =>
  new TalosError(409, 'ALREADY_EXISTS', 'API_KEY_EXISTS', message);

export const conflict = (message: string): TalosError =>
  new TalosError(409, 'ALREADY_EXISTS', 'CONFLICT', message);

export const failedPrecondition = (message: string): TalosError =>
  new TalosError(409, 'FAILED_PRECONDITION', 'FAILED_PRECONDITION', message);
