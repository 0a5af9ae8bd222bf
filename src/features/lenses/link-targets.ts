import type { DocumentRef } from '../../editor/document-uri.ts';

/** So many targets are remembered; links are made anew whenever a document is shown or changes. */
const AT_MOST = 10_000;

/**
 * What links lead to. The editor decodes a command's arguments more than once, so that a text which a server chose could
 * become other arguments on its way: links carry a number, and what it stands for never leaves this process.
 */
export class LinkTargets {
  private readonly targets = new Map<number, DocumentRef>();
  private readonly numbers = new Map<string, number>();
  private last = 0;

  /** The number of a target: the same as before where it is known. */
  numberOf(ref: DocumentRef): number {
    const key = JSON.stringify([ref.connection, ref.kind, ref.id]);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = ++this.last;
    this.targets.set(number, ref);
    this.numbers.set(key, number);
    this.forgetOldest();
    return number;
  }

  /** What a number stands for; undefined where no link of this window has it. */
  of(number: unknown): DocumentRef | undefined {
    return typeof number === 'number' ? this.targets.get(number) : undefined;
  }

  private forgetOldest(): void {
    const [oldest] = this.numbers;
    if (!oldest || this.numbers.size <= AT_MOST) return;
    const [key, number] = oldest;
    this.numbers.delete(key);
    this.targets.delete(number);
  }
}
