import type * as vscode from 'vscode';
import type { Exchange } from '../ory/client.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';

/** One line a request: method, path without secrets, status, time, the server's request id. */
export function logExchange(log: vscode.LogOutputChannel, redactor: Redactor, connection: string) {
  return ({ operation, path, status, ms, requestId, failure }: Exchange): void => {
    const outcome = status === undefined ? redactor.text(failure?.message ?? 'failed') : String(status);
    const id = requestId ? ` request-id=${requestId}` : '';
    const line = `${connection} ${operation.method} ${redactor.path(operation, path)} ${outcome} ${Math.round(ms)}ms${id}`;
    if (status !== undefined && status < 400) log.info(line);
    else log.warn(line);
  };
}
