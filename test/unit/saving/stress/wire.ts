import { nodeAt } from '../../../../src/ory/json/pointer.ts';
import { parseJson, printJson } from '../../../../src/ory/json/tree.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../../../src/ory/http/transport.ts';
import { UndiciTransport } from '../../../../src/ory/http/undici-transport.ts';
import type { Turns } from './turns.ts';

/** The parts that actors change, with their values; a list's value is its elements. */
export type Parts = Readonly<Record<string, string>>;

/** One exchange with the server, as it went over the wire. */
export interface Exchange {
  readonly actor: string;
  readonly is: 'read' | 'write';
  /** What was read. */
  readonly parts: Parts;
  /** What was written: the part, and the value that it was given or that was added to it. */
  readonly writes: readonly { readonly part: string; readonly value: string; readonly added: boolean }[];
  /** Whether a person had decided to write over a version that was reported. */
  readonly overwrites: boolean;
}

/** What a document says at the parts. */
export const partsOf = (text: string, parts: readonly string[]): Parts => {
  const tree = parseJson(text);
  const said = (part: string) => {
    const node = nodeAt(tree, part);
    return node ? printJson(node) : '';
  };
  return Object.fromEntries(parts.map((part) => [part, said(part)]));
};

/** The wire of one actor: waits for its turn before each request, and notes what went over it. */
export class Wire implements Transport {
  overwrites = false;
  private readonly real = new UndiciTransport();

  constructor(
    private readonly actor: string,
    private readonly turns: Turns,
    private readonly log: Exchange[],
    private readonly parts: readonly string[],
  ) {}

  async send(request: HttpRequest): Promise<HttpResponse> {
    await this.turns.turn(this.actor);
    const answer = await this.real.send(request);
    if (answer.status > 299) return answer;
    const isRead = request.method === 'GET';
    this.log.push({
      actor: this.actor,
      is: isRead ? 'read' : 'write',
      parts: isRead ? partsOf(answer.text, this.parts) : {},
      writes: isRead ? [] : this.writesOf(request.body ?? '[]'),
      overwrites: this.overwrites,
    });
    return answer;
  }

  close(): Promise<void> {
    return this.real.close();
  }

  private writesOf(body: string): Exchange['writes'] {
    const tree = parseJson(body);
    if (tree.kind !== 'array') throw new Error(`Not written by a JSON Patch: ${body}`);
    return tree.items.flatMap((step) => {
      const path = nodeAt(step, '/path');
      const value = nodeAt(step, '/value');
      const at = path?.kind === 'string' ? path.value : '';
      const added = at.endsWith('/-');
      const whole = added ? at.slice(0, -2) : at;
      // A whole object that is written is written at each of its parts.
      return this.parts
        .filter((part) => part === whole || part.startsWith(`${whole}/`))
        .map((part) => {
          const node = value && nodeAt(value, part.slice(whole.length));
          return { part, value: node ? printJson(node) : '', added };
        });
    });
  }
}
