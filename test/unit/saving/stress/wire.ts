import { nodeAt } from '../../../../src/ory/json/pointer.ts';
import { parseJson, printJson } from '../../../../src/ory/json/tree.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../../src/ory/http/undici-transport.ts';
import { at } from '../../support/places.ts';
import type { Turns } from './turns.ts';

/** The parts that actors change, with their values; a list's value is its elements. */
export type Parts = Readonly<Record<string, string>>;

/** One exchange with the server, as it went over the wire. */
export interface Exchange {
  readonly actor: string;
  readonly is: 'read' | 'write';
  /** What was read. */
  readonly parts: Parts;
  readonly writes: readonly Written[];
  /** Whether a person had decided to write over a version that was reported. */
  readonly overwrites: boolean;
}

/** What was written: the part, and the value that it was given or that was added to it. */
export interface Written {
  readonly part: string;
  readonly value: string;
  readonly added: boolean;
  /** A PUT has to name the rest as well, as it was read just before. */
  readonly rest: boolean;
}

/** What a document says at the parts. */
export const partsOf = (text: string, parts: readonly string[]): Parts => {
  const tree = parseJson(text);
  const said = (part: string) => {
    const node = at(tree, part);
    return node ? printJson(node) : '';
  };
  return Object.fromEntries(parts.map((part) => [part, said(part)]));
};

/** The wire of one actor: waits for its turn before each request, and notes what went over it. */
export class Wire implements Transport {
  overwrites = false;
  private readonly real = new UndiciTransport();
  private last: Parts = {};

  constructor(
    private readonly actor: string,
    private readonly turns: Turns,
    private readonly log: Exchange[],
    private readonly parts: readonly string[],
    /** Where on the wire the document stands in what holds it. */
    private readonly within = '',
  ) {}

  async send(request: HttpRequest): Promise<HttpResponse> {
    await this.turns.turn(this.actor);
    const answer = await this.real.send(request);
    if (answer.status > 299) return answer;
    const isRead = request.method === 'GET';
    const read = isRead ? this.partsIn(answer.text) : {};
    const writes = isRead ? [] : this.writesOf(request);
    if (isRead) this.last = read;
    this.log.push({
      actor: this.actor,
      is: isRead ? 'read' : 'write',
      parts: read,
      writes,
      overwrites: this.overwrites,
    });
    return answer;
  }

  close(): Promise<void> {
    return this.real.close();
  }

  private partsIn(text: string): Parts {
    const document = nodeAt(parseJson(text), this.within);
    return partsOf(document ? printJson(document) : 'null', this.parts);
  }

  private writesOf({ method, body = '[]' }: HttpRequest): readonly Written[] {
    if (method === 'PUT') {
      const now = Object.entries(this.partsIn(body));
      return now.map(([part, value]) => ({ part, value, added: false, rest: this.last[part] === value }));
    }
    const tree = parseJson(body);
    if (tree.kind !== 'array') throw new Error(`Neither a JSON Patch nor a PUT: ${body}`);
    return tree.items.flatMap((step) => {
      const path = nodeAt(step, '/path');
      const value = nodeAt(step, '/value');
      const place = path?.kind === 'string' ? path.value.slice(this.within.length) : '';
      const added = place.endsWith('/-');
      const whole = added ? place.slice(0, -2) : place;
      // A whole object that is written is written at each of its parts.
      return this.parts
        .filter((part) => part === whole || part.startsWith(`${whole}/`))
        .map((part) => {
          const node = value && nodeAt(value, part.slice(whole.length));
          return { part, value: node ? printJson(node) : '', added, rest: false };
        });
    });
  }
}
