import { childOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { Operation } from '../ory/operations/operation.ts';
import type { KindId } from './kind.ts';

type Place = Pick<Operation, 'service' | 'path'>;

/** Where the resources that have documents live: their paths, and the parameter or member with the id. */
const homes: readonly { readonly kind: KindId; readonly path: RegExp; readonly parameter: string }[] = [
  { kind: 'identities', path: /^\/admin\/identities\/\{id\}/, parameter: 'id' },
  { kind: 'sessions', path: /^\/admin\/sessions\/\{id\}/, parameter: 'id' },
  { kind: 'schemas', path: /^\/schemas\/\{id\}/, parameter: 'id' },
  { kind: 'clients', path: /^\/admin\/clients\/\{id\}/, parameter: 'id' },
  { kind: 'clients', path: /^\/admin\/oauth2\/tokens/, parameter: 'client_id' },
  { kind: 'clients', path: /^\/oauth2\/auth/, parameter: 'client_id' },
  { kind: 'clients', path: /^\/admin\/oauth2\/auth\/sessions/, parameter: 'client' },
  { kind: 'identities', path: /^\/admin\/oauth2\/auth\/sessions/, parameter: 'subject' },
  { kind: 'keys', path: /^\/admin\/keys\/\{set\}/, parameter: 'set' },
  { kind: 'issuers', path: /^\/admin\/trust\/grants\/jwt-bearer\/issuers\/\{id\}/, parameter: 'id' },
  { kind: 'projects', path: /^\/projects\/\{project(_id)?\}/, parameter: 'project_id' },
  { kind: 'projects', path: /^\/projects\/\{project(_id)?\}/, parameter: 'project' },
];

/** The kind whose id a parameter takes, where there is one with documents. */
export const kindOfParameter = ({ path }: Place, name: string): KindId | undefined =>
  homes.find((home) => home.parameter === name && home.path.test(path))?.kind;

/** The resource that the path of an operation names, and the parameter that takes its id. */
export const homeOf = ({
  path,
}: Pick<Operation, 'path'>): { readonly kind: KindId; readonly parameter: string } | undefined =>
  homes.find((home) => home.path.test(path) && path.includes(`{${home.parameter}}`));

/** A resource that an answer holds and that can be opened as a document. */
export interface Found {
  readonly kind: KindId;
  readonly id: string;
  readonly node: JsonNode;
}

const textAt = (node: JsonNode, name: string): string | undefined => {
  const child = childOf(node, name);
  return child?.kind === 'string' && child.value !== '' ? child.value : undefined;
};
const has = (node: JsonNode, ...names: string[]): boolean =>
  names.every((name) => childOf(node, name) !== undefined);

/** How each kind is recognised by its members, on the service that it belongs to. */
function recognise({ service }: Place, node: JsonNode): Found[] {
  const found = (kind: KindId, id: string | undefined): Found[] => (id ? [{ kind, id, node }] : []);
  const id = textAt(node, 'id');
  if (service.startsWith('kratos')) {
    if (has(node, 'schema_id', 'traits')) return found('identities', id);
    if (has(node, 'authenticator_assurance_level') && service === 'kratos-admin') {
      const identity = childOf(node, 'identity');
      return [...found('sessions', id), ...(identity ? recognise({ service, path: '' }, identity) : [])];
    }
    if (has(node, 'schema') && id) return found('schemas', id);
  }
  if (service === 'hydra-admin') {
    if (has(node, 'client_id', 'grant_types')) return found('clients', textAt(node, 'client_id'));
    if (has(node, 'issuer', 'public_key')) return found('issuers', id);
    const asked = childOf(node, 'consent_request') ?? node;
    const client = childOf(asked, 'client');
    if (client) return found('clients', textAt(client, 'client_id'));
  }
  if (service === 'console' && has(node, 'slug', 'revision_id')) return found('projects', id);
  return [];
}

/** The resources of an answer: the answer itself, or what its list holds; each once, in the answer's order. */
export function resourcesIn(
  operation: Place,
  values: Readonly<Record<string, unknown>>,
  answer: JsonNode | undefined,
): readonly Found[] {
  if (!answer) return [];
  const { set } = values;
  if (typeof set === 'string' && has(answer, 'keys')) return [{ kind: 'keys', id: set, node: answer }];
  const list = answer.kind === 'array' ? answer : (childOf(answer, 'projects') ?? answer);
  const nodes = list.kind === 'array' ? list.items : [childOf(answer, 'project') ?? answer];
  const all = nodes.flatMap((node) => recognise(operation, node));
  return [...new Map(all.map((found) => [`${found.kind} ${found.id}`, found])).values()];
}
