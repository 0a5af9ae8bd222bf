import type { CallOptions, OryClient } from '../ory/client.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { SecretPointer, Service } from '../ory/operations/operation.ts';
import type { KindId } from './kinds-of-documents.ts';
import type { Part as DocumentPart, Place } from './lenses/part.ts';
import type { StateWord } from './state-word.ts';
import type { Linked } from './lenses/linked.ts';
import type { Listing } from './listing.ts';
import type { InOperations } from './in-operations.ts';
import type { FieldProblem } from './save-error.ts';

export type { KindId } from './kinds-of-documents.ts';

/** The views of the Explorer, by the name that their ids end with. */
export type ViewName = 'projects' | 'identities' | 'clients' | 'keys';

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

/** The types of the API, by the names that it publishes them under, whose schemas documents follow. */
export interface FollowedTypes {
  readonly document: string;
  /** Of a document whose resource is to be created, where that is another. */
  readonly created?: string;
  /** Members at the top in which null is a value like any other; everywhere else servers take it for nothing at all. */
  readonly free?: readonly string[];
  /** What the server refuses for sure, and no schema can say. @param value the document as plain JSON */
  problems?(value: unknown): readonly FieldProblem[];
}

/** Where a resource stands in another: an organization in its project. */
export interface Parent {
  readonly kind: KindId;
  readonly id: string;
}

/** What can be added to a new document without its secret standing there. */
export type CredentialName = 'password' | 'hashed_password' | 'oidc' | 'client_secret';

export interface Creating {
  /** The document that a new resource starts from. `choice` is what was picked before, such as a schema id. */
  template(client: OryClient, choice: string | undefined, call?: CallOptions): Promise<JsonNode>;
  /** @param choice what was picked before: of what is a part of another, that one's id */
  create(client: OryClient, document: JsonNode, call?: CallOptions, choice?: string): Promise<Created>;
  /** What of a new one is typed unseen, and never stands in its text: `credentials` of features/documents know how. */
  readonly credentials?: readonly CredentialName[];
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
  /** What is done, where "Delete" would say too much: "End", "Ended", and "at" a connection instead of "from" it. */
  readonly words?: { readonly verb: string; readonly done: string; readonly preposition: string };
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
  /** The view in which its rows stand. */
  readonly view: ViewName;
  /** How it is listed, wherever it is; the first is what one chooses from. None: it only stands in what it is a part of. */
  readonly listings: readonly Listing[];
  /** Lists of what is a part of one and has no documents, read anew when it changed. */
  readonly parts?: readonly Listing[];
  /** What it is a part of, told by its id or read from the server; undefined where that can't be told. */
  parentOf?(client: OryClient, id: string, call?: CallOptions): Promise<Parent | undefined>;
  /** The parts of a document that something can be done with beside the whole, in the order in which they are shown. */
  documentParts?(
    document: JsonNode,
    place: Place,
  ): readonly DocumentPart[] | Promise<readonly DocumentPart[]>;
  /** What the state of one allows, as the API shows it; a document may hold anything in its place. */
  stateOf?(resource: object): readonly StateWord[];
  /** How documents of other kinds name one of this kind. */
  readonly linked?: Linked;
  /** Where operations name and answer it. */
  readonly inOperations?: InOperations;
  /** What its documents follow. */
  readonly schema?: FollowedTypes;
  /**
   * Its page in the Ory Console: below that of its project ("/identities"; '' is the project's own), or by its id where
   * it is a part of no project.
   */
  readonly consolePage?: string | ((id: string) => string);
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
