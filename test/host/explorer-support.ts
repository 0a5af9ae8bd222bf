// A small Kratos for tests of the views, and what they wait with.
import assert from 'node:assert/strict';
import { answerJson, type Received, startTestServer, type TestServer } from '../unit/support/test-server.ts';

const TOTAL = 5;
/** Rows of a page. */
export const SIZE = 2;

export interface Person {
  readonly id: string;
  readonly traits: { readonly email: string };
  readonly schema_id: string;
}

export const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** The session that everybody has. */
export const sessionOf = (id: string) => id.replace(/^0/, 'a');

/** A Kratos of five people, as small as these tests need it. */
export class FakeKratos {
  people: Person[] = [];
  broken = false;
  /** Ids that can't be deleted. */
  readonly stubborn = new Set<string>();
  private constructor(readonly server: TestServer) {}

  static async start(): Promise<FakeKratos> {
    const server = await startTestServer((request, response) => kratos.answer(request, response));
    const kratos = new FakeKratos(server);
    kratos.reset();
    return kratos;
  }

  reset(): void {
    this.broken = false;
    this.stubborn.clear();
    this.server.received.length = 0;
    this.people = Array.from({ length: TOTAL }, (_, at) => ({
      id: uuid(at),
      schema_id: 'default',
      traits: { email: `p${at}@example.com` },
    }));
  }

  /** What was asked, without the host. */
  get asked(): string[] {
    return this.server.received.map(({ method, url }) => `${method} ${url}`);
  }

  private answer({ method, url }: Received, response: Parameters<typeof answerJson>[0]): void {
    const { pathname, searchParams: query } = new URL(url, this.server.url);
    const id = /\/admin\/identities\/([^/]+)$/.exec(pathname)?.[1];
    const owner = /\/admin\/identities\/([^/]+)\/sessions$/.exec(pathname)?.[1];
    if (this.broken) answerJson(response, { error: { message: 'the database is down' } }, 500);
    else if (id && method === 'DELETE') {
      if (this.stubborn.has(id)) answerJson(response, { error: { message: 'not this one' } }, 409);
      else {
        this.people = this.people.filter((person) => person.id !== id);
        response.writeHead(204).end();
      }
    } else if (id) {
      const found = this.people.find((person) => person.id === id);
      answerJson(response, found ?? { error: { message: 'not there' } }, found ? 200 : 404);
    } else if (owner) answerJson(response, [{ id: sessionOf(owner), active: true }]);
    else if (method === 'DELETE') response.writeHead(204).end();
    else if (pathname === '/admin/identities') this.list(query, response);
    else answerJson(response, { error: { message: 'not there' } }, 404);
  }

  private list(query: URLSearchParams, response: Parameters<typeof answerJson>[0]): void {
    const exact = query.get('credentials_identifier') ?? query.get('preview_credentials_identifier_similar');
    if (exact !== null) {
      answerJson(
        response,
        this.people.filter(({ traits }) => traits.email === exact),
      );
      return;
    }
    const from = Number(query.get('page_token') ?? 0);
    const next = from + SIZE;
    const more = next < this.people.length;
    const link: Record<string, string> = more
      ? { link: `</admin/identities?page_size=${SIZE}&page_token=${next}>; rel="next"` }
      : {};
    answerJson(response, this.people.slice(from, next), 200, link);
  }
}

/** Waits until something holds; the views work by themselves. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 50) {
    if (waited > 8000) assert.fail(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until no request has come for long enough that none is on its way. */
export async function quiet(kratos: FakeKratos): Promise<void> {
  for (let before = -1; before !== kratos.asked.length;) {
    before = kratos.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 800));
  }
}
