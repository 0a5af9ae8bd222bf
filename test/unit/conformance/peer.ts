/** A generated client's method, as far as its code shows: what it takes, and what it insists on. */
export interface PeerMethod {
  readonly takes: readonly string[];
  readonly needs: readonly string[];
  call(values: Readonly<Record<string, unknown>>): Promise<unknown>;
}

type Method = (this: unknown, ...values: unknown[]) => Promise<unknown>;
type Creator = Record<string, { toString(): string }>;

/** A parameter's name on the wire as generated clients spell it: `subject_set.namespace` is `subjectSetNamespace`. */
export const camel = (wire: string): string =>
  wire
    .split(/[-_.]/)
    .map((word, at) => (at === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1))
    .join('');

const insisted = (creator: Creator, name: string): string[] =>
  [...String(creator[name]).matchAll(/assertParamExists\)?\(['"]\w+['"], ['"](\w+)['"]/g)].map(([, n]) => n!);

/** A method of the first age's client takes its values one after the other. */
export function positional(api: object, creator: Creator, name: string): PeerMethod | undefined {
  const method = (api as Record<string, unknown>)[name] as Method | undefined;
  if (!method) return undefined;
  const list = /^\w+\(([^)]*)\)/.exec(String(method))?.[1] ?? '';
  const takes = list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'options' && one !== '');
  return {
    takes,
    needs: insisted(creator, name),
    call: (values) =>
      method.apply(
        api,
        takes.map((one) => values[one]),
      ),
  };
}

/** A method of today's client takes one object. */
export function named(api: object, creator: Creator, name: string): PeerMethod | undefined {
  const method = (api as Record<string, unknown>)[name] as Method | undefined;
  if (!method) return undefined;
  const takes = [...String(method).matchAll(/requestParameters\.(\w+)/g)].map(([, one]) => one!);
  return {
    takes,
    needs: insisted(creator, name),
    call: (values) => (takes.length > 0 ? method.call(api, values) : method.call(api)),
  };
}
