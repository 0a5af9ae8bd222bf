import type { Operation } from '../../../src/ory/operations/operation.ts';
import type { RunInput } from '../../../src/ory/runner/run-input.ts';
import { isSecret } from './oracle.ts';
import { publishedOperation, type Shape } from './published.ts';
import { canary, type Sample, samplesOf } from './samples.ts';

/** An operation's input with a canary wherever a secret can stand. */
export interface Loaded {
  readonly input: RunInput;
  readonly canaries: readonly string[];
  readonly plain: readonly string[];
}

/** Inputs of an operation: one for each alternative that its body's type has. */
export function loadedInputs(operation: Operation): readonly Loaded[] {
  const values: Record<string, unknown> = {};
  const canaries: string[] = [];
  const plain: string[] = [];
  const fill = (name: string, type: string, allowed: readonly string[] | undefined) => {
    if (isSecret(name)) {
      const secret = canary(900_000 + canaries.length);
      canaries.push(secret);
      values[name] = secret;
    } else if (type === 'integer') values[name] = 3;
    else if (type === 'boolean') values[name] = true;
    else if (allowed?.[0] !== undefined) values[name] = type === 'string[]' ? [allowed[0]] : allowed[0];
    else {
      plain.push(`open${plain.length}value`);
      values[name] = type === 'string[]' ? [plain.at(-1)] : plain.at(-1);
    }
  };
  for (const [name, { type, values: allowed }] of Object.entries(operation.parameters))
    fill(name, type, allowed);
  for (const [name, { type, values: allowed }] of Object.entries(operation.body?.fields ?? {}))
    fill(name, type, allowed);
  if (operation.body?.contentType !== 'application/json') return [{ input: { values }, canaries, plain }];
  return bodiesOf(operation).map((body) => ({
    input: { values, body: JSON.stringify(body.value, null, 2) },
    canaries: [...canaries, ...body.canaries],
    plain: [...plain, ...body.plain],
  }));
}

function bodiesOf(operation: Operation): readonly Sample[] {
  const { takes, gives } = publishedOperation(operation.id);
  const body = takes.find(
    ({ shape }) => shape.kind === 'object' || shape.kind === 'any-of' || isListOfObjects(shape),
  );
  if (!body) throw new Error(`${operation.id} takes no body`);
  return isPatch(body.shape) ? samplesOf(gives).map(patchesOf) : samplesOf(body.shape);
}

const isListOfObjects = (shape: Shape): boolean => shape.kind === 'list' && shape.of.kind === 'object';

const isPatch = (shape: Shape): boolean =>
  shape.kind === 'list' && shape.of.kind === 'object' && shape.of.name === 'JsonPatch';

/** A JSON Patch that sets each secret of a document, by itself and as part of everything that it stands in. */
function patchesOf({ value, canaries, ...rest }: Sample): Sample {
  const document = value as { readonly project?: unknown };
  const root = document.project ?? document;
  const holds = (part: unknown) => {
    const text = JSON.stringify(part);
    return canaries.some((one) => text.includes(one));
  };
  const patches: object[] = [];
  const visit = (part: unknown, path: string) => {
    if (!holds(part)) return;
    patches.push(
      { op: 'replace', path, value: part },
      { op: 'add', path: path.replace(/\/\d+(?=\/|$)/, '/-'), value: part },
    );
    if (typeof part !== 'object' || part === null) return;
    for (const [name, inner] of Object.entries(part))
      visit(inner, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  visit(root, '');
  return { ...rest, value: patches, canaries, plain: [] };
}
