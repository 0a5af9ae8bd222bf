import * as l10n from '@vscode/l10n';
import type { TracedExchange } from '../../../flows/oauth2/trace.ts';
import type { ExchangeModel } from '../../../webviews/shared/oauth2/contract.ts';

/** A traced exchange as text, as HTTP would write it. */
export function exchangeModel(exchange: TracedExchange): ExchangeModel {
  const { method, url, requestHeaders, requestBody, status, answerHeaders, answerBody, ms, failure } =
    exchange;
  // What is cut out of an address may leave none.
  const pathname = URL.canParse(url) ? new URL(url).pathname : url;
  const came = status === undefined ? l10n.t('no answer') : String(status);
  return {
    title: `${method} ${pathname} · ${came} · ${Math.round(ms)} ms`,
    request: message(`${method} ${url}`, requestHeaders, requestBody),
    answer: message(failure ?? `HTTP ${came}`, answerHeaders, answerBody ? pretty(answerBody) : undefined),
  };
}

function message(
  first: string,
  headers: readonly (readonly [string, string])[],
  body: string | undefined,
): string {
  const lines = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return body ? `${lines.join('\n')}\n\n${body}` : lines.join('\n');
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
