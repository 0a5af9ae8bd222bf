import type { CallOptions, OryClient } from '../ory/client.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { SecretPointer, Service } from '../ory/operations/operation.ts';

/** The kinds of resource that have documents; also the second part of their URIs. */
export type KindId =
  'identities' | 'clients' | 'keys' | 'issuers' | 'schemas' | 'sessions' | 'projects' | 'configurations';

/** A save, with everything that it depends on. All trees are unmasked. */
export interface Edit {
  readonly id: string;
  /** The server's copy when the document was opened. */
  readonly opened: JsonNode;
  /** What is to be saved. */
  readonly edited: JsonNode;
  /** The server's copy just before the write. */
  readonly fresh: JsonNode;
}

/** A list, and the member that names an element of it; without one, its elements are texts that name themselves. */
export interface ListOf {
  readonly at: SecretPointer;
  readonly by?: string;
}

/** What a creation gave: the new id, and the secret that the server shows this once. */
export interface Created {
  readonly id: string;
  readonly secret?: { readonly name: string; readonly value: string };
}

/** How a kind of resource is written. Absent parts are not offered. */
export interface Writing {
  /** Sends the least that turns `fresh` into `edited`; resolves to what the server warned of. */
  save(client: OryClient, edit: Edit, call?: CallOptions): Promise<readonly string[]>;
  /** Whether a refusal says that another write came first: then the save reads and compares once more. */
  cameTooLate?(error: unknown): boolean;
  /** Places that a save can't change, as pointers; `*` and `**` as in secret pointers. */
  readonly readOnlyFields: readonly SecretPointer[];
  /** What one that is not there any more is taken for when it is written again, where a write makes it anew. */
  readonly missing?: JsonNode;
}

export interface Creating {
  /** The document that a new resource starts from. `choice` is what was picked before, such as a schema id. */
  template(client: OryClient, choice: string | undefined, call?: CallOptions): Promise<JsonNode>;
  create(client: OryClient, document: JsonNode, call?: CallOptions): Promise<Created>;
  /** The document of a new one that is like an old one, which is masked. */
  copy?(original: JsonNode): Copied;
}

/** A new document made of an old one. */
export interface Copied {
  readonly document: JsonNode;
  /** What could not be copied, and what is to be changed, as sentences. */
  readonly lost: readonly string[];
}

/** How something is created anew after it was deleted. What it needs is in memory only, secrets among it. */
export interface Undo {
  /** What comes back and what doesn't, of one and of several, each a sentence that begins with "Undo". */
  readonly words: readonly [one: string, several: string];
  /** The server's copy that it was made of. */
  readonly original?: JsonNode;
  restore(call?: CallOptions): Promise<Created>;
}

export interface Removing {
  remove(client: OryClient, id: string, call?: CallOptions): Promise<void>;
  /** What goes with it, as a sentence for the confirmation. */
  readonly consequence: string;
  /** Reads what it takes to create it anew; undefined where that can't be had. Missing: it can't be undone at all. */
  undo?(client: OryClient, id: string, call?: CallOptions): Promise<Undo | undefined>;
}

/** One kind of resource, declared once: trees, documents, search and later tools read this. */
export interface Kind {
  readonly id: KindId;
  /** "identity", as it stands in a sentence. */
  readonly noun: string;
  readonly service: Service;
  /** Name of the `openById` input and of what a document says where it is missing. */
  readonly idName: string;
  /** How its documents are written where nothing else is asked for; JSON where this is missing. */
  readonly writtenAs?: '.yaml';
  /** The server's own text. */
  read(client: OryClient, id: string, call?: CallOptions): Promise<string>;
  /** What people call this one; also the document's file name. */
  nameOf(document: JsonNode, id: string): string;
  /** The member that holds its name and nothing else, where it has one: it can be renamed by that. */
  readonly nameMember?: string;
  readonly secrets: readonly SecretPointer[];
  /** Places that change by themselves: a difference there is no conflict. */
  readonly volatile: readonly SecretPointer[];
  /** What tells one resource from another, or when it was made: a comparison leaves it out. */
  readonly incidental?: readonly SecretPointer[];
  /** Lists whose order the server does not keep: the same elements in another order are no difference. */
  readonly unordered?: readonly SecretPointer[];
  /** Lists whose elements can be told apart, so that changes of different elements are changes of different places. */
  readonly lists?: readonly ListOf[];
  /** Reads it with everything that is masked in documents, for the read-only view; undefined where nothing is. */
  reveal?(client: OryClient, id: string, call?: CallOptions): Promise<string>;
  readonly writing?: Writing;
  /** Why documents of this kind can't be edited, where they can't. */
  readonly readOnlyReason?: string;
  readonly creating?: Creating;
  readonly removing?: Removing;
}
