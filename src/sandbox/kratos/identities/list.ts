import { json } from '../../http/answers.ts';
import { firstValue } from '../../http/query.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import { badRequest } from '../http/errors.ts';
import { keysetLink } from '../http/keyset-links.ts';
import { numberedHeaders, wholeNumber } from '../http/page-links.ts';
import { asUuid, NIL_UUID } from '../http/uuid.ts';
import { filterIdentities } from './filter.ts';
import type { Identity } from './model.ts';
import { presentIdentity, schemaUrl, VIEWS, type View } from './present.ts';
import { includedCredentials } from './read.ts';

const PATH = '/admin/identities';
const DEFAULT_SIZE = 250;
const MAXIMUM_SIZE = 500;
/** The old way of paging reaches no further than this. */
const MAXIMUM_OFFSET = 1000;

/** GET /admin/identities: by keys (`page_size`, `page_token`), or in the old way (`page`, `per_page`). */
export function listIdentities(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const filtered = filterIdentities(kratos, query);
  const credentials = includedCredentials(query);
  const withCredentials = credentials.size > 0 || filtered?.withCredentials;
  const ids = filtered?.ids ?? ((after: string) => kratos.identities.ids(after));
  const old = query.has('page') && !query.has('page_size') && !query.has('page_token');
  const page = old ? numbered(kratos, query, ids) : keyset(query, ids);
  const urls = new Map(
    kratos.settings.schemas.map(({ id }) => [id, schemaUrl(kratos.settings.publicUrl(), id)]),
  );
  const present = (identity: Identity) => {
    const view: View = {
      ...VIEWS.listed,
      credentials: withCredentials ? credentials : 'none',
      schemaUrl: urls.get(identity.schema_id) ?? schemaUrl(kratos.settings.publicUrl(), identity.schema_id),
    };
    return presentIdentity(identity, view);
  };
  const identities = page.ids.flatMap((id) => kratos.identities.get(id) ?? []);
  return json(200, identities.map(present), page.headers);
}

type Ids = (after: string) => Iterable<string>;
interface Page {
  readonly ids: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

function keyset(query: URLSearchParams, ids: Ids): Page {
  const size = sizeOf(query);
  const token = firstValue(query, 'page_token');
  const after = token === undefined ? NIL_UUID : asUuid(token);
  if (after === undefined) throw badRequest('The page token is invalid, do not craft your own page tokens');
  const found = take(ids(after), size + 1);
  const next = found.length > size ? found[size - 1] : undefined;
  return {
    ids: found.slice(0, size),
    headers: { link: keysetLink(PATH, query, size, { first: NIL_UUID, next }) },
  };
}

function sizeOf(query: URLSearchParams): number {
  // The old name counts where neither of the new ones is there at all.
  const isNew = query.has('page_size') || query.has('page_token');
  const asked = firstValue(query, isNew ? 'page_size' : 'per_page') ?? '';
  const size = asked === '' ? 0 : wholeNumber(asked);
  if (size === undefined) throw badRequest(`strconv.Atoi: parsing ${JSON.stringify(asked)}: invalid syntax`);
  return size <= 0 ? DEFAULT_SIZE : Math.min(size, MAXIMUM_SIZE);
}

function numbered(kratos: KratosContext, query: URLSearchParams, ids: Ids): Page {
  const page = Math.max(0, wholeNumber(query.get('page')) ?? 0);
  const asked = wholeNumber(query.get('per_page')) ?? DEFAULT_SIZE;
  const size = Math.min(Math.max(asked, 1), MAXIMUM_SIZE);
  if (page * size > MAXIMUM_OFFSET) {
    throw badRequest(
      `Paging by number reaches ${MAXIMUM_OFFSET} identities only: use page_token and page_size.`,
    );
  }
  const found = take(ids(NIL_UUID), (page + 1) * size).slice(page * size);
  // With a login name the server counts what it shows, else all that there are.
  const isCounted = (query.get('credentials_identifier') ?? '') === '';
  const total = isCounted ? kratos.identities.count : found.length;
  return { ids: found, headers: numberedHeaders(PATH, query, { page, size }, total, false) };
}

function take(ids: Iterable<string>, count: number): string[] {
  const out: string[] = [];
  for (const id of ids) {
    if (out.length >= count) break;
    out.push(id);
  }
  return out;
}
