import { childOf, nodeAt } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { isMask } from '../../ory/secrets/mask.ts';
import type { KindId } from '../../resources/kind.ts';
import type { FieldProblem } from '../../resources/save-error.ts';
import type { JsonSchema } from '../json-schema.ts';
import { withoutAdvice } from '../json-schema.ts';
import type { LiveSchemas } from '../kinds/identity.ts';
import { schemaOf } from '../schema-of.ts';
import { clientProblems } from './client-problems.ts';
import { DEEPEST, isShallow, plainOf } from './plain.ts';

/** What is to be written. */
export interface Checked {
  readonly kind: KindId;
  /** Whether it is to be created. */
  readonly isNew: boolean;
  /** Id of the connection. */
  readonly connection: string;
  /** The document as its editor shows it: masks are never wrong. */
  readonly tree: JsonNode;
}

/** Holds a document against a schema and those that it refers to, by their addresses. @param text the document as JSON */
export type FindProblems = (
  schema: JsonSchema,
  others: ReadonlyMap<string, JsonSchema>,
  text: string,
) => Promise<readonly FieldProblem[]>;

/**
 * What the server would refuse for sure, found before it is asked: types, what must be there, values out of their range,
 * rules between members, the traits' own schema. What is only unwise is no problem here: editors mark it.
 *
 * Meant for the moment before a write: `throw new FieldErrors(problems)` where there are any.
 * @param live the identity schemas of the connection with their content, see `LiveIdentitySchemas`; without them the
 *   traits are not looked at
 * @param find what holds it against them, see `CheckThread`: what a server's schema asks for may take for ever
 * @returns problems with JSON Pointers, each place once, in the document's order of checking; empty where it may be
 *   sent. A schema that can't be used finds nothing.
 * @throws what `find` throws
 */
export async function checkDocument(
  { kind, isNew, connection, tree }: Checked,
  live: LiveSchemas & { readonly schemas: ReadonlyMap<string, JsonSchema> },
  find: FindProblems,
): Promise<readonly FieldProblem[]> {
  // Of a connection's schemas a document follows one.
  const followed = childOf(tree, 'schema_id');
  const ids = live.ids.filter((id) => followed?.kind === 'string' && id === followed.value);
  const schema = schemaOf({ of: 'document', connection, kind, isNew }, { ...live, ids });
  if (!schema || !isShallow(tree, DEEPEST)) return [];
  const addresses = new Map(
    ids.flatMap((id) => live.addressesOf(id).map((at) => [at, live.schemas.get(id) ?? {}] as const)),
  );
  const found = await find(withoutAdvice(schema), addresses, printJson(tree));
  const all = [...found, ...(kind === 'clients' ? clientProblems(plainOf(tree, DEEPEST)) : [])];
  return once(all.filter(({ pointer }) => !isMask(nodeAt(tree, pointer)) && !isHuge(nodeAt(tree, pointer))));
}

/** A number that JavaScript can't hold exactly is the server's to judge. */
const isHuge = (node: JsonNode | undefined): boolean =>
  node?.kind === 'number' && (node.raw.split(/[eE]/, 1)[0] ?? '').replace(/\D/g, '').length > 15;

/** The first problem of each place. */
function once(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer));
}
