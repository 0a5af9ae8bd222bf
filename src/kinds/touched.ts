import { childOf } from '../ory/json/pointer.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { Operation } from '../ory/operations/operation.ts';
import { textAt } from './changes.ts';
import type { KindId } from './kind.ts';
import { homeOf, resourcesIn } from './kinds-in-operations.ts';

/** What a request did to a resource that views or documents show. */
export interface Touched {
  readonly kind: KindId;
  /** Undefined for some of the kind: which ones can't be told. */
  readonly id?: string;
  readonly what: 'created' | 'saved' | 'deleted';
  /** What the server warned of when it took the change. */
  readonly warnings?: readonly string[];
}

type Place = Pick<Operation, 'id' | 'path' | 'method' | 'service' | 'effect'>;

/** A request that changes something, and what came back where that is known. */
export interface Written {
  readonly operation: Place;
  readonly values: Readonly<Record<string, unknown>>;
  readonly answer?: JsonNode | undefined;
}

type Rule = (written: Written) => readonly Touched[];

/** It changes nothing that is shown: tokens, requests that wait, relationships, keys of the console. */
const nothing: Rule = () => [];
const some =
  (...all: readonly Touched[]): Rule =>
  () =>
    all;

/** So many are announced one by one; of more, only that there are some. */
const ONE_BY_ONE = 20;

/** What the requests to a path touch; the first rule that fits. A test finds operations that none fits. */
const rules: readonly (readonly [RegExp, Rule])[] = [
  [/^\/admin\/identities$/, (written) => (written.operation.method === 'PATCH' ? imported : made)(written)],
  [/^\/admin\/sessions$/, some({ kind: 'sessions', what: 'saved' })],
  [/^\/(admin\/clients|admin\/trust\/grants\/jwt-bearer\/issuers|projects)$/, (written) => made(written)],
  [
    /^\/oauth2\/register$/,
    (written) => [{ kind: 'clients', what: 'created', ...idOf(written, 'client_id') }],
  ],
  [/^\/oauth2\/register\/\{id\}$/, (written) => home(written, 'clients', 'id')],
  [/^\/self-service\/logout/, some({ kind: 'sessions', what: 'saved' })],
  [/^\/self-service\/\w+$/, (written) => submitted(written)],
  [/^\/sessions\/token-exchange$/, (written) => begun(written)],
  [/^\/sessions\/\{id\}$/, (written) => home(written, 'sessions', 'id')],
  [/^\/sessions$/, some({ kind: 'sessions', what: 'saved' })],
  // The first token makes the keys that it is signed with.
  [/^\/oauth2\/token$/, some({ kind: 'keys', what: 'saved' })],
  // Whose consent it is stands in the request that was answered.
  [/\/requests\/consent\/accept$/, some({ kind: 'identities', what: 'saved' })],
  // As a rule the subject is an identity's id.
  [/\/oauth2\/auth\/sessions\/(consent|login)$/, (written) => home(written, 'identities', 'subject')],
  [/\/oauth2\/(tokens|revoke|auth|device|sessions)/, nothing],
  [/^\/self-service\/(\w+\/(browser|api)|login\/test)$/, nothing],
  // Keys for one's own users, and what is proved by a token.
  [/^\/v2alpha1\/|^\/credentials$/, nothing],
  [/^\/admin\/(recovery|test-login-flows|relation-tuples)/, nothing],
  [/^\/self-service\/fed-cm\/token$/, (written) => submitted(written)],
  [/^\/(projects|workspaces)\/\{\w+\}\/\w+$|^\/workspaces$/, (written) => madeWithin(written)],
  [
    /./,
    (written) => {
      const found = homeOf(written.operation);
      return found ? home(written, found.kind, found.parameter, found.idOf) : [];
    },
  ],
];

/** Whether it is known what an operation touches. */
export const isFollowed = (operation: Place): boolean =>
  rules.slice(0, -1).some(([path]) => path.test(operation.path)) || homeOf(operation) !== undefined;

/**
 * What a request did to resources, by the operation's declaration, what it was called with and what it answered. Empty
 * for an operation that only reads.
 */
export function touchedBy(written: Written): readonly Touched[] {
  if (written.operation.effect === 'read') return [];
  return rules.find(([path]) => path.test(written.operation.path))?.[1](written) ?? [];
}

/** The resource that a request is about to change; undefined where it makes one, or which one it is can't be told. */
export function aboutTo(written: Omit<Written, 'answer'>): (Touched & { readonly id: string }) | undefined {
  const [one, another] = touchedBy(written);
  const { kind, id, what } = one ?? {};
  return kind && id !== undefined && what && what !== 'created' && !another ? { kind, id, what } : undefined;
}

/** A resource that the path or the query names: the whole of it, or a part. */
function home(
  { operation, values, answer }: Written,
  kind: KindId,
  parameter: string,
  idOf?: (values: Written['values']) => string,
): readonly Touched[] {
  const named = values[parameter];
  const id = typeof named === 'string' ? (idOf?.(values) ?? named) : undefined;
  if (id === undefined) return [{ kind, what: 'saved' }];
  const whole = operation.method === 'DELETE' && operation.path.endsWith(`{${parameter}}`);
  const warnings = warningsIn(answer);
  return [{ kind, id, what: whole ? 'deleted' : 'saved', ...(warnings.length > 0 ? { warnings } : {}) }];
}

const warningsIn = (answer: JsonNode | undefined): string[] =>
  itemsAt(answer, 'warnings').flatMap((warning) => textAt(warning, 'message') ?? []);

/** What a request made within a project or a workspace, or else that this was changed. */
function madeWithin(written: Written): readonly Touched[] {
  const [one] = resourcesIn(written.operation, written.values, written.answer);
  const found = homeOf(written.operation);
  if (one && one.kind !== found?.kind) return [{ kind: one.kind, id: one.id, what: 'created' }];
  return found ? home(written, found.kind, found.parameter) : [];
}

function made({ operation, values, answer }: Written): readonly Touched[] {
  const [one] = resourcesIn(operation, values, answer);
  if (one) return [{ kind: one.kind, id: one.id, what: 'created' }];
  const kinds: Readonly<Record<string, KindId>> = {
    '/admin/identities': 'identities',
    '/admin/clients': 'clients',
    '/projects': 'projects',
  };
  const kind = kinds[operation.path] ?? 'issuers';
  return [{ kind, what: 'created', ...idOf({ answer }, kind === 'clients' ? 'client_id' : 'id') }];
}

function imported({ answer }: Written): readonly Touched[] {
  const ids = itemsAt(answer, 'identities').flatMap((one) => textAt(one, 'identity') ?? []);
  return ids.length > 0 && ids.length <= ONE_BY_ONE
    ? ids.map((id) => ({ kind: 'identities', id, what: 'created' }))
    : [{ kind: 'identities', what: 'created' }];
}

/** What a self-service flow did when its form was submitted. An answer that sends a browser on tells nothing. */
function submitted({ operation, answer }: Written): readonly Touched[] {
  const sessions = begun({ answer });
  const id = idOf(
    { answer: childOf(answer, 'identity') ?? childOf(childOf(answer, 'session'), 'identity') },
    'id',
  );
  const passed = answer === undefined || textAt(answer, 'state') === 'passed_challenge';
  switch (operation.path) {
    case '/self-service/registration':
      return [{ kind: 'identities', what: 'created', ...id }, ...sessions];
    case '/self-service/settings':
      return [{ kind: 'identities', what: 'saved', ...id }, ...sessions];
    case '/self-service/recovery':
      return passed
        ? [
            { kind: 'identities', what: 'saved' },
            { kind: 'sessions', what: 'created' },
          ]
        : sessions;
    case '/self-service/verification':
      return passed ? [{ kind: 'identities', what: 'saved' }] : [];
    default:
      return sessions.length > 0 || answer !== undefined ? sessions : [{ kind: 'sessions', what: 'created' }];
  }
}

/** The session that an answer tells of. */
function begun({ answer }: Pick<Written, 'answer'>): readonly Touched[] {
  const session = childOf(answer, 'session');
  return session?.kind === 'object'
    ? [{ kind: 'sessions', what: 'created', ...idOf({ answer: session }, 'id') }]
    : [];
}

function idOf({ answer }: Pick<Written, 'answer'>, name: string): { readonly id?: string } {
  const id = textAt(answer, name);
  return id === undefined ? {} : { id };
}

function itemsAt(node: JsonNode | undefined, name: string): readonly JsonNode[] {
  const list = childOf(node, name);
  return list?.kind === 'array' ? list.items : [];
}

/** The same changes, each resource once; of a kind with many, only that there are some. */
export function gathered(all: readonly Touched[]): readonly Touched[] {
  const last = new Map(all.map((one) => [`${one.kind} ${one.id ?? ''}`, one]));
  return [...new Set(all.map(({ kind }) => kind))].flatMap((kind): readonly Touched[] => {
    const of = [...last.values()].filter((one) => one.kind === kind);
    return of.length <= ONE_BY_ONE ? of : [{ kind, what: 'saved' }];
  });
}
