import type { Exchange } from './exchange.ts';
import { KratosError } from './errors.ts';

const DOCS = 'https://www.ory.com/docs/troubleshooting/csrf';

/**
 * 403: a request that changes something without proving that the client itself wants it. The details say what is
 * missing; clients tell the cases apart by `reject_reason`, so these texts are spelled as the server spells them.
 */
export function forgery(ex: Exchange, form?: URLSearchParams): KratosError {
  const { headers } = ex.request;
  const script = ['cors', 'same-origin'].includes(String(headers['sec-fetch-mode']));
  const hint = script
    ? 'The request comes from a script: it has to send cookies, and the server has to allow its origin.'
    : 'On the public port a request that changes something needs the cookie and the token of a flow.';
  const rejected = (reject_reason: string) => violation({ docs: DOCS, hint, reject_reason });
  if ((headers.cookie ?? '') === '') return rejected('The HTTP Cookie Header is empty or not set.');
  if (!ex.cookies.has(ex.csrfCookie)) {
    return rejected('The HTTP Cookie Header was set but did not include the anti-CSRF cookie.');
  }
  const sent = `${form?.get('csrf_token') ?? ''}${[headers['x-csrf-token']].flat().join('')}`;
  if (!(headers['content-type'] ?? '').startsWith('application/json') && sent === '') {
    return violation({
      docs: DOCS,
      hint: 'The cookie is there, but neither the form nor a header has the token.',
    });
  }
  return rejected(
    'The HTTP Cookie Header was set and a CSRF token was sent but they do not match. We recommend deleting all cookies for this domain and retrying the flow.',
  );
}

function violation(details: Readonly<Record<string, string>>): KratosError {
  return new KratosError({
    code: 403,
    id: 'security_csrf_violation',
    reason: 'The request carries no valid CSRF token; start again, with cookies.',
    details,
    message: 'the request was rejected to protect you from Cross-Site-Request-Forgery',
  });
}
