import type { JsonNode } from '../json/tree.ts';

/** How the library writes what has to be quoted or takes lines of its own; behind a name or a dash, two blanks deeper. */
export interface Written {
  name(name: string): string;
  value(text: string): string;
}

/**
 * A tree as YAML in block style, as the library writes it: for megabytes that takes seconds, this a small part of one.
 * @param written asked where a text is not surely itself
 */
export function printBlock(tree: JsonNode, written: Written): string {
  let text = '';
  const names = new Map<string, string>();
  const nameOf = (name: string): string => {
    let known = names.get(name);
    if (known === undefined) {
      known = isSureName(name) ? name : written.name(name);
      if (names.size < 1000) names.set(name, known);
    }
    return known;
  };
  /**
   * @param indent of what is below
   * @param lead what stands before a value on the same line
   * @param below what stands before the first member or item: beside a dash it begins on the same line
   */
  const print = (node: JsonNode, indent: string, lead: string, below: string) => {
    switch (node.kind) {
      case 'object': {
        if (node.members.size === 0) text += `${lead}{}\n`;
        let before = below;
        for (const [name, value] of node.members) {
          text += `${before}${nameOf(name)}:`;
          print(value, `${indent}  `, ' ', `\n${indent}  `);
          before = indent;
        }
        break;
      }
      case 'array': {
        if (node.items.length === 0) text += `${lead}[]\n`;
        let before = below;
        for (const item of node.items) {
          text += `${before}-`;
          print(item, `${indent}  `, ' ', ' ');
          before = indent;
        }
        break;
      }
      case 'string':
        text += `${lead}${isSureText(node.value) ? node.value : deeper(written.value(node.value), indent)}\n`;
        break;
      case 'number':
        text += `${lead}${node.raw}\n`;
        break;
      case 'literal':
        text += `${lead}${String(node.value)}\n`;
    }
  };
  print(tree, '', '', '');
  return text;
}

/** What nothing but a text can be, unquoted. */
const SURE_NAME = /^[A-Za-z_][\w.-]*$/;
const SURE = /^[A-Za-z_](?:[\w./@+()%=;-]| (?=[\w./@+()%=;-])|:(?=[\w./@+()%=;-]))*$/;
const SURE_DATED = /^\d{4}-\d\d-\d\dT[\d:.]+Z$|^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
/** Longer texts would take more of the stack than an expression has. */
const LONGEST = 1_000_000;
const WORDS = /^(?:null|true|false|nan|inf)$/i;

/** Whether a name means itself without quotes. */
export const isSureName = (name: string): boolean => SURE_NAME.test(name) && !WORDS.test(name);

/** Whether a text means itself without quotes, in block style. */
export const isSureText = (text: string): boolean =>
  text.length < LONGEST && ((SURE.test(text) && !WORDS.test(text)) || SURE_DATED.test(text));

/** The lines below the first, moved to where they belong. */
const deeper = (text: string, indent: string): string =>
  indent.length <= 2 ? text : text.replaceAll(/\n(?=[^\n])/g, `\n${indent.slice(2)}`);
