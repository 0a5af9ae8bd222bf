import type { JsonNode } from '../ory/json/tree.ts';
import type { Operation, Service } from '../ory/operations/operation.ts';

/** An operation, as far as a kind of resource is told by it. */
export type Place = Pick<Operation, 'service' | 'path'>;

/** Where operations name resources of a kind, and how one is told in their answers. */
export interface InOperations {
  /** Paths, and the parameter that takes the id. */
  readonly homes: readonly {
    readonly path: RegExp;
    readonly parameter: string;
    /** The id of its documents, where that holds more than the parameter. */
    readonly idOf?: (values: Readonly<Record<string, unknown>>) => string;
  }[];
  /** Services in whose answers it is looked for. */
  readonly services: readonly Service[];
  /**
   * The resource that a part of an answer is, or holds.
   * @param values what the operation was called with
   */
  recognise?(
    node: JsonNode,
    values: Readonly<Record<string, unknown>>,
    service: Service,
  ): { readonly id: string; readonly node: JsonNode } | undefined;
}
