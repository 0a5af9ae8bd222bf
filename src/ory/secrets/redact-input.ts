import { rewrite } from '../json/pointer.ts';
import { TOO_DEEP } from '../json/depth.ts';
import { parseJson, printJson, TooDeepError } from '../json/tree.ts';
import type { RunInput } from '../runner/run-input.ts';
import { MASK } from './mask.ts';
import type { Redactor } from './redactor.ts';

/**
 * What was sent, value by value without secrets: for what is made of it, such as a script, which would be broken by
 * cutting something out of the whole. In a JSON body a mask stands in the place of a text that holds one.
 */
export function redactInput(redactor: Pick<Redactor, 'value'>, input: RunInput): RunInput {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return redactor.value(value);
    return Array.isArray(value) ? value.map(clean) : value;
  };
  const values = Object.fromEntries(
    Object.entries(input.values).map(([name, value]) => [name, clean(value)]),
  ) as RunInput['values'];
  return input.body === undefined
    ? { ...input, values }
    : { ...input, values, body: bodyOf(redactor, input.body) };
}

function bodyOf(redactor: Pick<Redactor, 'value'>, body: string): string {
  try {
    return printJson(
      rewrite(parseJson(body), (node) =>
        node.kind === 'string' && redactor.value(node.value) !== node.value
          ? { kind: 'string', value: MASK }
          : undefined,
      ),
    );
  } catch (error) {
    // Its secrets can't be found.
    if (error instanceof TooDeepError) return `[${TOO_DEEP}]`;
    return redactor.value(body);
  }
}
