import { printJson } from './tree.ts';
import type { JsonNode } from './node.ts';

/**
 * Tells which of many trees mean the same, as `equalJson` does: they have the same mark. Of what stands within a tree only
 * its own mark is part of it, so that each part is looked at once, however deep it lies and however often it is compared.
 */
export class Marks {
  private readonly known = new WeakMap<JsonNode, string>();
  private readonly numbers = new Map<string, string>();

  of(tree: JsonNode): string {
    if (tree.kind === 'number') return numberMark(tree.raw);
    if (tree.kind !== 'object' && tree.kind !== 'array') return printJson(tree);
    let mark = this.known.get(tree);
    if (mark === undefined) this.known.set(tree, (mark = this.numberOf(this.inside(tree))));
    return mark;
  }

  private inside(tree: Extract<JsonNode, { kind: 'object' | 'array' }>): string {
    if (tree.kind === 'array') return `[${tree.items.map((item) => this.of(item)).join()}]`;
    const members = [...tree.members].sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${this.of(value)}`).join()}}`;
  }

  private numberOf(content: string): string {
    const number = this.numbers.get(content) ?? `#${this.numbers.size}`;
    this.numbers.set(content, number);
    return number;
  }
}

/** By value where fifteen digits tell it exactly, else as it is spelled. */
function numberMark(raw: string): string {
  const digits = (raw.split(/[eE]/, 1)[0] ?? '').replace(/\D/g, '').length;
  return digits <= 15 ? String(Number(raw)) : raw;
}
