import type * as vscode from 'vscode';
import type { Redactor } from '../ory/secrets/redactor.ts';

const WRITES: ReadonlySet<PropertyKey> = new Set([
  'append',
  'appendLine',
  'replace',
  'trace',
  'debug',
  'info',
  'warn',
  'error',
]);

type Write = (this: vscode.LogOutputChannel, ...parts: unknown[]) => void;

/** A log to which nothing gets that did not pass the redactor, whoever writes. */
export function redactedLog(
  log: vscode.LogOutputChannel,
  redactor: Pick<Redactor, 'text'>,
): vscode.LogOutputChannel {
  const clean = (part: unknown): string =>
    redactor.text(part instanceof Error ? (part.stack ?? part.message) : text(part));
  return new Proxy(log, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = member as Write;
      return WRITES.has(name)
        ? (...parts: unknown[]) => call.apply(target, parts.map(clean))
        : call.bind(target);
    },
  });
}

const text = (part: unknown): string => (typeof part === 'string' ? part : JSON.stringify(part));
