import { isSecretName } from '../secrets/secret-names.ts';

/** The servers an operation can belong to. On Ory Network one host answers for all but the console. */
export const SERVICES = [
  'kratos-public',
  'kratos-admin',
  'hydra-public',
  'hydra-admin',
  'keto-read',
  'keto-write',
  'keto-opl',
  'talos',
  'console',
] as const;
export type Service = (typeof SERVICES)[number];

/** What running an operation does: nothing, a change that can be changed back, or a loss. */
export type Effect = 'read' | 'write' | 'destroy';

/** Which credential an operation is called with; self-hosted admin ports have none of their own. */
export type Credential =
  'project-key' | 'workspace-key' | 'session-token' | 'cookie' | 'basic' | 'bearer' | 'none';

export interface ParameterTypes {
  string: string;
  integer: number;
  boolean: boolean;
  'string[]': readonly string[];
}

/** A value that an operation takes, wherever it stands. */
export interface Field<T extends keyof ParameterTypes = keyof ParameterTypes, R extends boolean = boolean> {
  readonly type: T;
  readonly required: R;
  /** Our own words, for forms and documentation. */
  readonly summary: string;
  /** Never shown, logged or remembered. */
  readonly secret?: boolean;
  /** What the value can be; for a list, each of its values. */
  readonly values?: readonly string[];
  /** What the server takes when it is left out. */
  readonly default?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Parameter<
  T extends keyof ParameterTypes = keyof ParameterTypes,
  R extends boolean = boolean,
> extends Field<T, R> {
  /** A list in the query is sent by repeating the parameter; a cookie is a header like any other. */
  readonly in: 'path' | 'query' | 'header';
  /** The word before the value of an `Authorization` header; `Basic` takes `id:secret` and encodes it. */
  readonly scheme?: 'Bearer' | 'Basic';
}
/** The fields of a form body by their names. */
export type FieldTable = Readonly<Record<string, Field>>;
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** A JSON Pointer in which `*` stands for any one segment and `**` for any number of them. */
export type SecretPointer = string;

export interface Body<B> {
  /** A `text/plain` body is a string that is sent as it stands. */
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded' | 'text/plain';
  readonly required: boolean;
  readonly summary: string;
  /** What a form holds; only a form has it. */
  readonly fields?: FieldTable;
  readonly secrets: readonly SecretPointer[];
  /** Carries the type only; never set. */
  readonly type?: B;
}

/** An answer that is no JSON is handed out as text; `none` is an empty answer, or a redirect for a browser. */
export interface Answer<A> {
  readonly contentType: 'application/json' | 'text/plain' | 'text/javascript' | 'text/html' | 'none';
  readonly secrets: readonly SecretPointer[];
  /** Carries the type only; never set. */
  readonly type?: A;
}

/**
 * How a list goes on. `token` follows `Link` as described in `paging.ts`; `page` counts legacy pages from 0
 * (identity schemas); `body` reads `next_page_token` from the answer (Keto, console).
 */
export interface Paging {
  readonly style: 'token' | 'page' | 'body';
  /** Largest size that the servers do not clamp. */
  readonly maximum: number;
  /** Some servers lose items from one page to the next: pages are always as large as can be. */
  readonly lossy?: boolean;
}

/** One operation of the API, declared once: client, forms, redaction, documentation and tools all read this. */
export interface Operation<P extends ParameterTable = ParameterTable, B = unknown, A = unknown> {
  /** Today's `operationId`. */
  readonly id: string;
  /** Its name in API version 0.2.0-alpha.18, where it existed then. */
  readonly formerId?: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path template; each `{name}` is a path parameter of the same name. */
  readonly path: string;
  readonly service: Service;
  readonly effect: Effect;
  readonly credential: Credential;
  readonly parameters: P;
  readonly body?: Body<B>;
  readonly answer: Answer<A>;
  readonly paging?: Paging;
  /** Ory Network's rate-limit bucket: operations that share it share the allowance. */
  readonly bucket?: string;
  /**
   * First release of the self-hosted server that has it. Left out: every release of this API has it, that is Kratos
   * from 0.11, Hydra from 2.0, Keto from 0.11, Talos from 26.2. `26.2.1` stands for whatever comes after 26.2.0.
   */
  readonly since?: string;
  /** Self-hosted servers of no version have it. */
  readonly onlyOn?: 'network';
  /** It redirects a browser through pages and cookies: its URL is to be opened, a call would end at the redirect. */
  readonly opensInBrowser?: boolean;
  /** So much is lost that a person types the object's name first, on every connection. */
  readonly confirmedByName?: boolean;
  /** Id of the operation that should be used in its place where the server has it. */
  readonly replacedBy?: string;
}

type RequiredNames<P extends FieldTable> = {
  [K in keyof P]: P[K]['required'] extends true ? K : never;
}[keyof P];

type ValueOf<P extends Field> = ParameterTypes[P['type']];

/** What a caller passes for the fields of a form. */
export type FormOf<F extends FieldTable> = {
  readonly [K in RequiredNames<F>]: ValueOf<F[K]>;
} & {
  readonly [K in Exclude<keyof F, RequiredNames<F>>]?: ValueOf<F[K]> | undefined;
};

/** What a caller passes for an operation's parameters. */
export type ParametersOf<O> =
  O extends Operation<infer P>
    ? { readonly [K in RequiredNames<P>]: ValueOf<P[K]> } & {
        readonly [K in Exclude<keyof P, RequiredNames<P>>]?: ValueOf<P[K]> | undefined;
      }
    : never;

/** A body that is sent as it stands: documents keep key order and large numbers this way. */
export class RawBody {
  constructor(readonly text: string) {}
}

export type BodyOf<O> = O extends { readonly body?: Body<infer B> | undefined } ? B | RawBody : never;
export type AnswerOf<O> = O extends { readonly answer: Answer<infer A> } ? A : never;

/**
 * Declares an operation. Parameters and fields with the name of a secret are secrets, whether it says so or not; what
 * else is secret, it says.
 */
export function operation<const P extends ParameterTable, A, B = undefined>(
  declared: Omit<Operation<P, B, A>, 'credential'> & { readonly credential?: Credential },
): Operation<P, B, A> {
  const { body } = declared;
  return {
    credential: declared.service === 'console' ? 'workspace-key' : 'project-key',
    ...declared,
    parameters: withSecrets(declared.parameters),
    ...(body?.fields ? { body: { ...body, fields: withSecrets(body.fields) } } : {}),
  };
}

function withSecrets<F extends FieldTable>(fields: F): F {
  const all = Object.entries(fields).map(([name, field]) => [
    name,
    field.secret === undefined && field.type === 'string' && isSecretName(name)
      ? { ...field, secret: true }
      : field,
  ]);
  return Object.fromEntries(all) as F;
}
