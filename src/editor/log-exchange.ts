import type * as vscode from 'vscode';
import type { TracedExchange } from '../flows/oauth2/trace.ts';
import type { Exchange } from '../ory/client.ts';
import { wholeReason } from '../ory/error-body.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';
import { SHOWN } from '../ory/shorten.ts';

/** Characters of what a server says that are kept in the log: what is longer helps nobody, and stops the editor. */
const KEPT = 1_000_000;

/** One line a request: method, path without secrets, status, time, the server's request id. */
export function logExchange(log: vscode.LogOutputChannel, redactor: Redactor, connection: string) {
  return ({ operation, path, status, ms, requestId, failure, refusal = '' }: Exchange): void => {
    const outcome = status === undefined ? (failure?.message ?? 'failed') : String(status);
    const id = requestId ? ` request-id=${requestId}` : '';
    const line = `${connection} ${operation.method} ${redactor.path(operation, path)} ${outcome} ${Math.round(ms)}ms${id}`;
    write(log, redactor.text(line), status);
    // People are shown the beginning.
    const said = refusal.length > SHOWN ? wholeReason(refusal) : undefined;
    if (said !== undefined && said.length > SHOWN)
      log.warn(`${connection} ${redactor.beginning(said, KEPT)}`);
  };
}

/** The same for what a run of OAuth 2.0 sends; what follows the path is for its steps to show. */
export function logTraced(log: vscode.LogOutputChannel, connection: string) {
  return ({ method, url, status, ms, failure }: TracedExchange): void => {
    const path = URL.canParse(url) ? new URL(url).pathname : url.split('?', 1).join('');
    const line = `${connection} ${method} ${path} ${status ?? failure ?? 'failed'} ${Math.round(ms)}ms`;
    write(log, line, status);
  };
}

function write(log: vscode.LogOutputChannel, line: string, status: number | undefined): void {
  if (status !== undefined && status < 400) log.info(line);
  else log.warn(line);
}
