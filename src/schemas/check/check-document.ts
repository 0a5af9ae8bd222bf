import { childOf, nodeAt, segmentsOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { isMask } from '../../ory/secrets/mask.ts';
import { under } from '../../kinds/changes.ts';
import type { KindId } from '../../kinds/kind.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { FieldProblem } from '../../kinds/save-error.ts';
import type { JsonSchema } from '../json-schema.ts';
import { withoutAdvice } from '../json-schema.ts';
import type { LiveSchemas } from '../kinds/identity.ts';
import { schemaOf } from '../schema-of.ts';
import { DEEPEST, plainOf } from './plain.ts';
import { sinceOpened } from './since-opened.ts';

/** What is to be written. */
export interface Checked {
  readonly kind: KindId;
  /** Whether it is to be created. */
  readonly isNew: boolean;
  /** Id of the connection. */
  readonly connection: string;
  /** The document as its editor shows it: masks are never wrong. */
  readonly tree: JsonNode;
  /** What it was opened from, masked, where it is not to be created. */
  readonly opened?: JsonNode | undefined;
}

/** Holds a document against a schema and those that it refers to, by their addresses. @param text the document as JSON */
export type FindProblems = (
  schema: JsonSchema,
  others: ReadonlyMap<string, JsonSchema>,
  text: string,
) => Promise<readonly FieldProblem[]>;

/**
 * What the server would refuse for sure, found before it is asked: types, what must be there, values out of their range,
 * rules between members, the traits' own schema. What is only unwise is no problem here: editors mark it. Of a document
 * that was opened, only what is another since then is looked at, and what is ours to set: a server has its own mind about
 * what it gave, and whoever changes something else must be able to save.
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
  { opened, ...checked }: Checked,
  live: KnownSchemas,
  find: FindProblems,
): Promise<readonly FieldProblem[]> {
  const { isNew, kind, tree } = checked;
  const found = await problemsOf(checked, live, find);
  if (isNew || found.length === 0) return found;
  // Without it nobody can tell what is another: the server judges all of it.
  if (!opened) return [];
  const closed = under(KINDS[kind].writing?.readOnlyFields ?? []);
  const before = await problemsOf({ ...checked, tree: opened }, live, find);
  return sinceOpened(found, tree, before, opened).filter(({ pointer }) => !closed(segmentsOf(pointer)));
}

type KnownSchemas = LiveSchemas & { readonly schemas: ReadonlyMap<string, JsonSchema> };

async function problemsOf(
  { kind, isNew, connection, tree }: Omit<Checked, 'opened'>,
  live: KnownSchemas,
  find: FindProblems,
): Promise<readonly FieldProblem[]> {
  // Of a connection's schemas a document follows one.
  const followed = childOf(tree, 'schema_id');
  const ids = live.ids.filter((id) => followed?.kind === 'string' && id === followed.value);
  const schema = schemaOf({ of: 'document', connection, kind, isNew }, { ...live, ids });
  const value = plainOf(tree, DEEPEST, KINDS[kind].schema?.free ?? []);
  if (!schema || value === undefined) return [];
  const addresses = new Map(
    ids.flatMap((id) => live.addressesOf(id).map((at) => [at, live.schemas.get(id) ?? {}] as const)),
  );
  const found = await find(withoutAdvice(schema), addresses, JSON.stringify(value));
  const all = [...found, ...(KINDS[kind].schema?.problems?.(value) ?? [])];
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
