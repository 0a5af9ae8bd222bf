import type { JsonNode } from '../../ory/json/tree.ts';
import { FieldErrors } from '../../resources/save-error.ts';
import type { DocumentRef } from '../document-uri.ts';
import type { LiveIdentitySchemas } from './live-schemas.ts';

/** How long (ms) a save waits for the identity schemas of a server, before it leaves the traits to it. */
const PATIENCE = 5000;

/** Other kinds have none. */
const NO_TRAITS: Awaited<ReturnType<LiveIdentitySchemas['fresh']>> = {
  ids: [],
  complete: false,
  addressesOf: () => [],
  schemas: new Map(),
};

/**
 * Refuses what the server would refuse for sure, before it is sent: each problem with its place. Advice stops nothing.
 * @param edited the document as it stands in its editor, masked
 * @param opened what it derives from, masked, where the resource exists
 * @throws {FieldErrors} where there are problems
 */
export async function refuseProblems(
  container: { identitySchemas(): Promise<LiveIdentitySchemas> },
  { connection, kind, isNew }: DocumentRef,
  edited: JsonNode,
  opened?: JsonNode,
): Promise<void> {
  const { checkDocument } = await import('../../schemas/check/check-document.ts');
  const live =
    kind === 'identities' ? await (await container.identitySchemas()).fresh(connection, PATIENCE) : NO_TRAITS;
  const problems = await checkDocument(
    { kind, isNew: isNew === true, connection, tree: edited, opened },
    live,
  );
  if (problems.length > 0) throw new FieldErrors(problems);
}
