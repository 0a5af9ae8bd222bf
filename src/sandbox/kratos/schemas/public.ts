import { json } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import type { KratosContext } from '../context.ts';
import { notFound } from '../http/errors.ts';
import { numberedHeaders, readNumberedPage } from '../http/page-links.ts';

const MAXIMUM_SIZE = 1000;

/** GET /schemas: pages count from 0. */
export function listSchemas(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { all } = kratos.schemas;
  const page = readNumberedPage(request.query, MAXIMUM_SIZE);
  const headers = numberedHeaders('/schemas', request.query, page, all.length, true);
  const shown = all.slice(page.page * page.size, (page.page + 1) * page.size);
  return json(
    200,
    shown.map(({ id, schema }) => ({ id, schema })),
    headers,
  );
}

/** GET /schemas/{id}: by plain or encoded id. */
export function getSchema(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const id = request.params.id ?? '';
  const found = kratos.schemas.find(id);
  if (!found) throw notFound(`Identity schema \`${id}\` could not be found.`);
  return json(200, found.schema);
}
