import type { CurlTarget } from '../curl.ts';
import type { Operation } from '../operations/operation.ts';
import { type Preview, previewOf } from './preview.ts';
import { readValue } from './read-value.ts';
import { type Asked, askedOf, isGiven, type RunInput } from './run-input.ts';

/** One field of a form, as it stands. */
export interface FormEntry {
  readonly asked: Asked;
  /** What was typed; lists have a line for each value. */
  readonly text: string;
  /** Why it can't be sent, in words. */
  readonly problem?: string;
}

/** The inputs of an operation while a person fills them in: texts that are read anew with every change. */
export class RunForm {
  private readonly texts = new Map<string, string>();

  /** @param values what stands there at first; names that the operation doesn't take are left out */
  constructor(
    readonly operation: Operation,
    values: RunInput['values'],
  ) {
    this.fill(values);
  }

  get entries(): readonly FormEntry[] {
    return askedOf(this.operation).map((asked) => {
      const text = this.texts.get(asked.name) ?? '';
      const read = readValue(asked, text);
      return { asked, text, ...('problem' in read ? { problem: read.problem } : {}) };
    });
  }

  /** The values that can be sent as they stand. */
  get values(): RunInput['values'] {
    return Object.fromEntries(
      this.entries.flatMap(({ asked, text }) => {
        const read = readValue(asked, text);
        return 'value' in read && isGiven(read.value) ? [[asked.name, read.value]] : [];
      }),
    );
  }

  /** Name of the first field that keeps it from being sent. */
  get firstProblem(): string | undefined {
    return this.entries.find(({ problem }) => problem !== undefined)?.asked.name;
  }

  /** @returns false where the operation takes no such value */
  set(name: string, text: string): boolean {
    const known = askedOf(this.operation).some((asked) => asked.name === name);
    if (known) this.texts.set(name, text);
    return known;
  }

  /** Replaces all that stands there. */
  fill(values: RunInput['values']): void {
    this.texts.clear();
    for (const [name, value] of Object.entries(values)) this.set(name, textOf(value));
  }

  /** The request as far as it is known: what is missing stands in the path as `{name}`. */
  preview(target: CurlTarget): Preview {
    const open = Object.entries(this.operation.parameters).map(
      ([name, parameter]) => [name, { ...parameter, required: false }] as const,
    );
    return previewOf(
      { ...this.operation, parameters: Object.fromEntries(open) },
      { values: this.values },
      target,
    );
  }
}

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join('\n')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value ?? '');
