import { badRequest } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { forgery } from '../http/forgery.ts';
import { setCsrf } from '../ui/form.ts';
import type { Flow } from './model.ts';
import { formOf } from './values.ts';

const PROXY_COOKIE = /^(__cf|_cf|cf_)/;

/**
 * Makes sure that whoever submits a flow is who began it: a browser proves that with the flow's token, an app must not
 * be a browser. Throws a KratosError (403, 400).
 */
export function requireSameClient(ex: Exchange, flow: Flow, token: string): void {
  if (flow.type === 'browser') {
    if (!ex.csrfFits(token)) throw forgery(ex, formOf(ex));
    return;
  }
  if ((ex.request.headers.origin ?? '') !== '') {
    throw badRequest('A flow for apps was submitted with the header Origin, as by a script in a browser.');
  }
  if ([...ex.cookies.keys()].some((name) => !PROXY_COOKIE.test(name))) {
    throw badRequest('A flow for apps was submitted with the header Cookie, as by a browser.');
  }
}

/** Throws a 403 when a browser's flow is read by another one. */
export function requireSameBrowser(ex: Exchange, flow: Flow): void {
  if (flow.type === 'browser' && !ex.csrfFits(flow.csrf)) throw forgery(ex, formOf(ex));
}

/** A fresh token for the form of a browser's flow. */
export function renewCsrf(ex: Exchange, flow: Flow): void {
  if (flow.type === 'browser') setCsrf(flow.form, ex.csrfToken());
}
