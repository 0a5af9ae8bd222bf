import { readCookies, writeCookie, type CookieOptions } from '../../http/cookies.ts';
import { negotiate } from '../../http/negotiate.ts';
import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import {
  CSRF_COOKIE_SECONDS,
  csrfCookieName,
  csrfFits,
  isExempt,
  maskCsrf,
  newCsrfSecret,
  readCsrfSecret,
} from './csrf.ts';

/** One request to the public port with what is known about its client, and the cookies that its answer will set. */
export class Exchange {
  readonly kratos: KratosContext;
  readonly request: SandboxRequest;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  private readonly changed = new Map<string, string>();
  private csrfSecret: string | undefined;
  private search: string;

  constructor(kratos: KratosContext, request: SandboxRequest) {
    this.kratos = kratos;
    this.request = request;
    this.search = request.search;
    this.query = new URLSearchParams(request.query);
    this.cookies = readCookies(request.headers.cookie);
    this.csrfSecret = readCsrfSecret(this.cookies.get(this.csrfCookie));
    if (this.csrfSecret === undefined && !isExempt(request.path)) this.regenerateCsrf();
  }

  /** The address that was asked for, as the client spells it. */
  get url(): string {
    const { headers, path } = this.request;
    const first = (name: string) => [headers[name]].flat()[0];
    const host = first('x-forwarded-host') ?? headers.host ?? '';
    return `${first('x-forwarded-proto') ?? 'http'}://${host}${path}${this.search === '' ? '' : `?${this.search}`}`;
  }

  /** Goes on as if the address had asked for this, too. */
  ask(name: string, value: string): void {
    this.query.set(name, value);
    this.query.sort();
    this.search = this.query.toString();
  }

  /** True for a client that wants data and no redirects: it takes JSON, or sends it. */
  get isData(): boolean {
    return (
      this.preferred === 'application/json' || this.request.headers['content-type'] === 'application/json'
    );
  }

  /** True for a client that opens a page; one that takes anything and sends JSON counts as both. */
  get isPage(): boolean {
    return this.preferred === 'text/html';
  }

  /** True when the Accept header alone asks for JSON. */
  get takesJson(): boolean {
    const offers = ['text/html', 'application/json'];
    return negotiate(this.request.headers.accept, offers, 'text/html') === 'application/json';
  }

  /** The name of the cookie with the secret against forged requests. */
  get csrfCookie(): string {
    return csrfCookieName(this.kratos.settings.publicUrl());
  }

  /** A token for forms; '' for a client without the cookie on a path that needs none. */
  csrfToken(): string {
    return this.csrfSecret === undefined ? '' : maskCsrf(this.csrfSecret);
  }

  /** True when the client holds the cookie that a flow was begun with. */
  csrfFits(token: string): boolean {
    return csrfFits(this.csrfSecret, token);
  }

  /** Gives the client a new secret, once in a request: tokens from before are worth nothing from now on. */
  regenerateCsrf(): string {
    if (this.changed.has(this.csrfCookie)) return this.csrfToken();
    this.csrfSecret = newCsrfSecret();
    this.setCookie(this.csrfCookie, this.csrfSecret, { maxAgeSeconds: CSRF_COOKIE_SECONDS });
    return this.csrfToken();
  }

  setCookie(name: string, value: string, options: CookieOptions): void {
    const common = this.kratos.settings.cookies;
    this.changed.set(
      name,
      writeCookie(name, value, {
        ...options,
        path: options.path ?? common.path,
        domain: options.domain ?? common.domain,
        sameSite: options.sameSite ?? common.sameSite,
      }),
    );
  }

  private get preferred(): string {
    return negotiate(
      this.request.headers.accept,
      ['text/html', 'text/*', '*/*', 'application/json'],
      'text/html',
    );
  }

  redirect(status: 302 | 303, location: string): SandboxAnswer {
    return redirect(status, location, this.request.method);
  }

  /** The answer with the cookies. */
  finish(answer: SandboxAnswer): SandboxAnswer {
    if (this.changed.size === 0) return answer;
    return { ...answer, headers: { ...answer.headers, 'set-cookie': [...this.changed.values()] } };
  }
}
