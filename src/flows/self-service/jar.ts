import * as l10n from '@vscode/l10n';
import type { Cookie, CookieJar } from 'tough-cookie';
import { wordsOfError } from '../../ory/words-of-error.ts';

/** A cookie as it is shown: never with its value. */
export interface ShownCookie {
  readonly name: string;
  /** Characters of the value. */
  readonly length: number;
  readonly domain: string;
  readonly path: string;
  /** HttpOnly, Secure, SameSite as they were set. */
  readonly flags: readonly string[];
  /** When it ends by itself; absent where it lasts as long as the browser does. */
  readonly expires?: string;
}

/** A cookie that a browser would not keep either, and why. */
export interface RefusedCookie {
  readonly name: string;
  readonly why: string;
}

/** The cookies of one browser, in memory only. */
export class BrowserJar {
  private jar: Promise<CookieJar> | undefined;
  private refusedOnes: readonly RefusedCookie[] = [];

  /** @param onSecret is told each value that arrives, so that it is cut out of what is shown */
  constructor(private readonly onSecret: (value: string) => void) {}

  /** Cookies of the latest answers that were refused. */
  get refused(): readonly RefusedCookie[] {
    return this.refusedOnes;
  }

  /** Keeps what an answer set. */
  async keep(url: string, setCookie: readonly string[]): Promise<void> {
    if (setCookie.length === 0) return;
    const jar = await this.open();
    const refused: RefusedCookie[] = [];
    for (const text of setCookie) {
      const name = text.split('=', 1)[0]?.trim() ?? '';
      try {
        const kept = await jar.setCookie(text, url);
        if (kept) this.onSecret(kept.value);
        else refused.push({ name, why: l10n.t('it can’t be read') });
      } catch (error) {
        refused.push({ name, why: wordsOfError(error) });
      }
    }
    const names = new Set(setCookie.map((text) => text.split('=', 1)[0]?.trim()));
    this.refusedOnes = [...this.refusedOnes.filter(({ name }) => !names.has(name)), ...refused];
  }

  /** Takes over the `Cookie` header of a browser, as its developer tools show it. */
  async take(url: string, header: string): Promise<void> {
    const pairs = header
      .replace(/^cookie:\s*/i, '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.includes('='));
    await this.keep(
      url,
      pairs.map((pair) => `${pair}; Path=/`),
    );
  }

  /** The `Cookie` header of a request; undefined without any. */
  async header(url: string): Promise<string | undefined> {
    if (!this.jar) return undefined;
    return (await (await this.jar).getCookieString(url)) || undefined;
  }

  /** The cookies that would be sent to an address. */
  async list(url: string): Promise<readonly ShownCookie[]> {
    if (!this.jar) return [];
    return (await (await this.jar).getCookies(url)).map(shown);
  }

  async clear(): Promise<void> {
    await (await this.jar)?.removeAllCookies();
    this.refusedOnes = [];
  }

  private open(): Promise<CookieJar> {
    // Servers are named by addresses and by names of one's own network, which are no public suffixes.
    return (this.jar ??= import('tough-cookie').then(
      ({ CookieJar }) => new CookieJar(undefined, { rejectPublicSuffixes: false }),
    ));
  }
}

function shown(cookie: Cookie): ShownCookie {
  const { sameSite, expires } = cookie;
  return {
    name: cookie.key,
    length: cookie.value.length,
    domain: cookie.domain ?? '',
    path: cookie.path ?? '/',
    flags: [
      ...(cookie.httpOnly ? ['HttpOnly'] : []),
      ...(cookie.secure ? ['Secure'] : []),
      ...(sameSite ? [`SameSite=${sameSite}`] : []),
    ],
    ...(expires instanceof Date ? { expires: expires.toISOString() } : {}),
  };
}
