import * as l10n from '@vscode/l10n';
import type {
  Answer,
  Body,
  Field,
  FieldTable,
  FormOf,
  Parameter,
  ParameterTypes,
  SecretPointer,
} from './operation.ts';

type Extra = Partial<Pick<Field, 'secret' | 'values' | 'default' | 'minimum' | 'maximum'>>;

/** A path parameter: always required, sent as one encoded segment. */
export const inPath = (summary: string, extra: Extra = {}): Parameter<'string', true> => ({
  in: 'path',
  type: 'string',
  required: true,
  summary,
  ...extra,
});

/** An optional query parameter. */
export const inQuery = <T extends keyof ParameterTypes>(
  type: T,
  summary: string,
  extra: Extra = {},
): Parameter<T, false> => ({ in: 'query', type, required: false, summary, ...extra });

/** A query parameter that the server insists on. */
export const mustQuery = <T extends keyof ParameterTypes>(
  type: T,
  summary: string,
  extra: Extra = {},
): Parameter<T, true> => ({ in: 'query', type, required: true, summary, ...extra });

/** An optional header that is no secret. */
export const inHeader = (summary: string, extra: Extra = {}): Parameter<'string', false> => ({
  in: 'header',
  type: 'string',
  required: false,
  summary,
  ...extra,
});

/** An optional header that is a secret: a session's token or its cookies. */
export const secretHeader = (summary: string): Parameter<'string', false> => ({
  in: 'header',
  type: 'string',
  required: false,
  summary,
  secret: true,
});

/** The token that an operation is called with, when it is neither a project's nor a workspace's key. */
export const bearerToken = (summary: string): Parameter<'string', true> => ({
  in: 'header',
  type: 'string',
  required: true,
  summary,
  secret: true,
  scheme: 'Bearer',
});

/** How an OAuth 2.0 client shows who it is, when it does so in a header. */
export const clientCredentials: Parameter<'string', false> = {
  in: 'header',
  type: 'string',
  required: false,
  summary: l10n.t('Id and secret of the client with a colon between them (client_secret_basic).'),
  secret: true,
  scheme: 'Basic',
};

/** A required JSON body. */
export const jsonBody = <B>(summary: string, secrets: readonly SecretPointer[] = []): Body<B> => ({
  contentType: 'application/json',
  required: true,
  summary,
  secrets,
});

/** A field of a form that may be left out. */
export const field = (summary: string, extra: Extra = {}): Field<'string', false> => ({
  type: 'string',
  required: false,
  summary,
  ...extra,
});

/** A field that a form must have. */
export const mustField = (summary: string, extra: Extra = {}): Field<'string', true> => ({
  type: 'string',
  required: true,
  summary,
  ...extra,
});

/** A required form body; its secret fields are its secrets. */
export const formBody = <const F extends FieldTable>(summary: string, fields: F): Body<FormOf<F>> => ({
  contentType: 'application/x-www-form-urlencoded',
  required: true,
  summary,
  fields,
  secrets: Object.keys(fields)
    .filter((name) => fields[name]?.secret)
    .map((name) => `/${name}`),
});

/** A required body of plain text. */
export const textBody = (summary: string): Body<string> => ({
  contentType: 'text/plain',
  required: true,
  summary,
  secrets: [],
});

/** A JSON answer. */
export const json = <A>(secrets: readonly SecretPointer[] = []): Answer<A> => ({
  contentType: 'application/json',
  secrets,
});

/** No answer body (204, or an empty 200). */
export const nothing: Answer<undefined> = { contentType: 'none', secrets: [] };

/** The two parameters of today's token paging. */
export const tokenPaging = (size: number, maximum: number) =>
  ({
    page_size: inQuery('integer', l10n.t('Items per page.'), { default: size, minimum: 1, maximum }),
    page_token: inQuery(
      'string',
      l10n.t('Where the page begins, from the Link header of the one before; opaque.'),
    ),
  }) as const;

/** The two parameters of the older paging by number. */
export const pageNumber = {
  per_page: inQuery('integer', l10n.t('Items per page, in the older way of paging.'), { minimum: 1 }),
  page: inQuery('integer', l10n.t('Number of the page, in the older way of paging.'), { minimum: 0 }),
} as const;

/** One operation of a JSON Patch as Ory's servers take it: `test`, `move` and `copy` are refused. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: unknown;
}
