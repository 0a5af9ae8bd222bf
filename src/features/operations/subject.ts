import { givenOne } from '../../editor/given.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { kindOfParameter } from '../../kinds/kinds-in-operations.ts';
import type { FoundResource } from './found-resource.ts';

/** The resource that an operation is to be run for. */
export interface Subject extends FoundResource {
  /** Id of its connection. */
  readonly connection: string;
}

/** The resource of the row that the command was called on, or of the document in front; none that isn't created yet. */
export function subjectOf(argument: unknown): Subject | undefined {
  const found = givenOne([argument]) ?? givenOne([]);
  if (!found || found.ref.isNew) return undefined;
  const { connection, kind, id } = found.ref;
  return { connection, kind, id, name: found.name ?? id };
}

/** The parameter of an operation that takes the id of a resource, where there is one. */
export const parameterFor = (operation: Operation, { kind }: Subject): string | undefined =>
  Object.keys(operation.parameters).find(
    (name) => operation.parameters[name]?.in === 'path' && kindOfParameter(operation, name) === kind,
  );
