import type { JsonNode } from '../../json/tree.ts';
import { written } from '../nodes.ts';
import { isSureName, isSureText } from '../print-plain.ts';
import type { Style } from './style.ts';
import { indented } from './text.ts';

/** The name of a member, quoted where it has to be. @throws where it can't stand on one line */
export const nameText = (name: string): string => (isSureName(name) ? name : written.name(name));

/** A single value or an empty collection; its further lines are two blanks deeper than what holds it. */
export function singleText(tree: JsonNode): string | undefined {
  switch (tree.kind) {
    case 'object':
      return tree.members.size === 0 ? '{}' : undefined;
    case 'array':
      return tree.items.length === 0 ? '[]' : undefined;
    case 'string':
      return isSureText(tree.value) ? tree.value : written.value(tree.value);
    case 'number':
      return tree.raw;
    case 'literal':
      return String(tree.value);
  }
}

/** A collection that is not empty as lines of block style, from the first column on, without a break at the end. */
export function blockLines(tree: JsonNode, style: Style): string {
  if (tree.kind === 'object') {
    return [...tree.members].map(([name, value]) => memberLines(name, value, style)).join('\n');
  }
  return tree.kind === 'array' ? tree.items.map((item) => itemLines(item, style)).join('\n') : '';
}

/** One member as lines. */
export function memberLines(name: string, value: JsonNode, style: Style): string {
  const single = singleText(value);
  if (single !== undefined) return `${nameText(name)}: ${single}`;
  return `${nameText(name)}:\n${indented(blockLines(value, style), deeperBy(value, style))}`;
}

/** One item as lines. */
export function itemLines(item: JsonNode, style: Style): string {
  const single = singleText(item);
  return `- ${single ?? indented(blockLines(item, style), 2).slice(2)}`;
}

/** How much deeper than its name a collection stands. */
export const deeperBy = (value: JsonNode, { step, deepLists }: Style): number =>
  value.kind === 'array' && !deepLists ? 0 : step;
