import type { SandboxAnswer } from '../../http/service.ts';
import { escapeHtml } from '../http/answers.ts';
import { encodeQuery, withQuery } from '../http/paths.ts';

/** How an answer travels to the client. */
export const RESPONSE_MODES = ['query', 'fragment', 'form_post'] as const;
export type ResponseMode = (typeof RESPONSE_MODES)[number];

/** The browser's way back to the client. */
export interface WayBack {
  readonly redirectUri: string;
  readonly state: string;
  readonly mode: ResponseMode;
}

/** Sends the browser back to the client with an answer. */
export function toClient(
  { redirectUri, mode }: Pick<WayBack, 'redirectUri' | 'mode'>,
  parameters: Readonly<Record<string, string>>,
): SandboxAnswer {
  switch (mode) {
    case 'query':
      return { status: 303, headers: { location: withQuery(redirectUri, parameters) } };
    case 'fragment':
      // Tokens travel in the fragment, where no server logs them.
      return {
        status: 303,
        headers: { location: `${redirectUri}#${encodeQuery(new URLSearchParams(parameters))}` },
      };
    case 'form_post':
      return {
        status: 200,
        headers: { 'content-type': 'text/html;charset=UTF-8' },
        body: form(redirectUri, parameters),
      };
  }
}

function form(action: string, parameters: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(parameters).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Submit this form</title></head>
  <body onload="javascript:document.forms[0].submit()"><form method="post" action="${escapeHtml(action)}">${inputs.join('')}</form></body>
</html>
`;
}
