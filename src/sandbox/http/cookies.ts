/** The cookies of a request by name; of two with one name the first counts. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=');
    if (cut < 0) continue;
    const name = part.slice(0, cut).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, part.slice(cut + 1).trim());
  }
  return cookies;
}

export interface CookieOptions {
  readonly path?: string | undefined;
  readonly domain?: string | undefined;
  readonly sameSite?: string | undefined;
  /** Undefined: until the browser closes; 0: remove it. */
  readonly maxAgeSeconds?: number | undefined;
}

/** A value of `Set-Cookie`; scripts never see the cookie. */
export function writeCookie(name: string, value: string, options: CookieOptions): string {
  const { path = '/', domain, sameSite = 'Lax', maxAgeSeconds } = options;
  return [
    `${name}=${value}`,
    `Path=${path}`,
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${maxAgeSeconds}`]),
    'HttpOnly',
    `SameSite=${sameSite}`,
  ].join('; ');
}
