import type { HydraFixture } from './hydra-fixture.ts';

/** A browser that keeps cookies and follows nothing by itself. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly hydra: HydraFixture;

  constructor(hydra: HydraFixture) {
    this.hydra = hydra;
  }

  async visit(url: string): Promise<URL> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.hydra.open('GET', url, undefined, { cookie });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return new URL(answer.headers.get('location') ?? 'about:blank');
  }
}
