import { placeAt } from '../../ory/yaml/places.ts';
import { printYaml, reprintYaml } from '../../ory/yaml/print.ts';
import { parseYaml, readYaml } from '../../ory/yaml/tree.ts';
import type { Form, Stretch } from './form.ts';

/** YAML. What stands in a text beside its values stays there: comments, blank lines, quotes. */
export const yamlForm: Form = {
  parse: parseYaml,
  print: (tree, over) => (over === undefined ? printYaml(tree) : reprintYaml(over, tree)),
  placesOf,
};

function placesOf(text: string): (path: readonly string[]) => Stretch {
  const read = readYaml(text);
  return (path) => {
    const { key, value, single } = placeAt(read, path);
    const inOneLine = single && value && !text.slice(value.from, value.to).includes('\n');
    const span = inOneLine && value.to > value.from ? value : key;
    return span
      ? { offset: span.from, length: span.to - span.from }
      : { offset: value?.from ?? 0, length: 1 };
  };
}
