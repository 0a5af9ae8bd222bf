import type { JsonNode } from '../../ory/json/tree.ts';
import { type Ending } from '../forms/endings.ts';
import type { Form, Stretch } from '../forms/form.ts';
import { formOf } from '../forms/form-of.ts';

/** A document's text, and the ending of its name, which tells its form. */
export interface Text {
  readonly ending: Ending;
  readonly text: string;
}

/** A text that is read when something of it is asked for, and once. */
export class ReadText {
  private result: { readonly tree: JsonNode } | { readonly error: unknown } | undefined;
  private places: ((path: readonly string[]) => Stretch) | undefined;

  constructor(
    private readonly form: Form,
    readonly text: string,
  ) {}

  /** @throws {JsonSyntaxError} */
  tree(): JsonNode {
    this.result ??= this.read();
    if ('error' in this.result) throw this.result.error;
    return this.result.tree;
  }

  /** Undefined where it can't be read. */
  parsed(): JsonNode | undefined {
    this.result ??= this.read();
    return 'tree' in this.result ? this.result.tree : undefined;
  }

  /** Where something that is there stands. */
  readonly placeOf = (path: readonly string[]): Stretch => {
    this.places ??= this.form.placesOf(this.text);
    return this.places(path);
  };

  private read() {
    try {
      return { tree: this.form.parse(this.text) };
    } catch (error) {
      return { error };
    }
  }
}

let last: { readonly ending: Ending; readonly read: ReadText } | undefined;

/** Reads a document's text. What is asked of one is mostly asked of the same text: the last one is kept. */
export async function readText({ ending, text }: Text): Promise<ReadText> {
  if (last?.ending === ending && last.read.text === text) return last.read;
  const read = new ReadText(await formOf(ending), text);
  last = { ending, read };
  return read;
}

/** Forgets the text that was read last. */
export function forgetText(): void {
  last = undefined;
}
