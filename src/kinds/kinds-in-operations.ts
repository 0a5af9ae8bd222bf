import type { JsonNode } from '../ory/json/tree.ts';
import type { Operation } from '../ory/operations/operation.ts';
import type { Place } from './in-operations.ts';
import type { KindId } from './kind.ts';
import { KINDS } from './kinds.ts';

export interface Home {
  readonly kind: KindId;
  readonly path: RegExp;
  readonly parameter: string;
  readonly idOf?: (values: Readonly<Record<string, unknown>>) => string;
}

/** Where the resources that have documents live; what is a part of something before that. */
const homes = (): readonly Home[] =>
  Object.values(KINDS)
    .flatMap(({ id, inOperations }) =>
      (inOperations?.homes ?? []).map((home): Home => ({ kind: id, ...home })),
    )
    .sort((a, b) => Number(b.idOf !== undefined) - Number(a.idOf !== undefined));

/** The kind whose id a parameter takes, where there is one with documents. */
export const kindOfParameter = ({ path }: Place, name: string): KindId | undefined =>
  homes().find((home) => !home.idOf && home.parameter === name && home.path.test(path))?.kind;

/** The resource that the path of an operation names, and the parameter that takes its id. */
export const homeOf = ({ path }: Pick<Operation, 'path'>): Home | undefined =>
  homes().find((home) => home.path.test(path) && path.includes(`{${home.parameter}}`));

/** A resource that an answer holds and that can be opened as a document. */
export interface Found {
  readonly kind: KindId;
  readonly id: string;
  readonly node: JsonNode;
}

/** What a part of an answer is, and what it holds of other kinds, on the service that they belong to. */
const recognise = ({ service }: Place, node: JsonNode, values: Readonly<Record<string, unknown>>): Found[] =>
  Object.values(KINDS)
    .flatMap(({ id: kind, inOperations }) => {
      const found = inOperations?.services.includes(service)
        ? inOperations.recognise?.(node, values, service)
        : undefined;
      return found ? [{ kind, ...found }] : [];
    })
    // What the part itself is comes before what it holds.
    .sort((a, b) => Number(b.node === node) - Number(a.node === node));

/** The resources of an answer: the answer itself, or what its list holds; each once, in the answer's order. */
export function resourcesIn(
  operation: Place,
  values: Readonly<Record<string, unknown>>,
  answer: JsonNode | undefined,
): readonly Found[] {
  if (!answer) return [];
  const recognised = (nodes: readonly JsonNode[]) =>
    nodes.flatMap((node) => recognise(operation, node, values));
  const own = recognised(answer.kind === 'array' ? answer.items : [answer]);
  const all = own.length > 0 || operation.service !== 'console' ? own : recognised(wrappedIn(answer));
  return [...new Map(all.map((found) => [`${found.kind} ${found.id}`, found])).values()];
}

/** What an answer wraps: the console puts what was asked for, or the list of it, under a name. */
function wrappedIn(answer: JsonNode): readonly JsonNode[] {
  const members = answer.kind === 'object' ? [...answer.members.values()] : [];
  return members.flatMap((node) => (node.kind === 'array' ? node.items : [node]));
}
