import type { Answer, Body, Parameter, ParameterTypes, SecretPointer } from './operation.ts';

type Extra = Partial<Pick<Parameter, 'secret' | 'values' | 'default' | 'minimum' | 'maximum'>>;

/** A path parameter: always required, sent as one encoded segment. */
export const inPath = (summary: string): Parameter<'string', true> => ({
  in: 'path',
  type: 'string',
  required: true,
  summary,
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

/** A required JSON body. */
export const jsonBody = <B>(summary: string, secrets: readonly SecretPointer[] = []): Body<B> => ({
  contentType: 'application/json',
  required: true,
  summary,
  secrets,
});

/** A required form body. */
export const formBody = <B>(summary: string, secrets: readonly SecretPointer[] = []): Body<B> => ({
  contentType: 'application/x-www-form-urlencoded',
  required: true,
  summary,
  secrets,
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
    page_size: inQuery('integer', 'Items per page.', { default: size, minimum: 1, maximum }),
    page_token: inQuery('string', 'Where the page begins, from the Link header of the one before; opaque.'),
  }) as const;

/** The two parameters of the older paging by number. */
export const pageNumber = {
  per_page: inQuery('integer', 'Items per page, in the older way of paging.', { minimum: 1 }),
  page: inQuery('integer', 'Number of the page, in the older way of paging.', { minimum: 0 }),
} as const;

/** One operation of a JSON Patch as Ory's servers take it: `test`, `move` and `copy` are refused. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: unknown;
}
