import type { KindId } from '../../kinds/kind.ts';
import type { RowWord } from '../../kinds/row-word.ts';

/** The four views. */
export type ViewId = 'ory.projects' | 'ory.identities' | 'ory.clients' | 'ory.keys';

/** What a row or a document stands for: a resource, a part of one, or a gathering of them. */
export type Thing = KindId | RowWord | 'connection';

/**
 * What is true of it, as far as that decides what can be done: words of a row's context value, and those under which
 * documents are told to menus.
 */
export type Fact =
  | RowWord
  /** It has a document, and exists. */
  | 'document'
  /** Its connection is not read-only. */
  | 'writable'
  /** It can be deleted as it stands. */
  | 'deletable'
  /** It can be asked for with its secrets. */
  | 'secrets'
  /** Its documents are JSON where nothing else is asked for. */
  | 'json'
  /** Saves of it are kept in the history. */
  | 'kept'
  /** A new one like it can be made. */
  | 'copied'
  /** It has a name that is nothing but its name. */
  | 'renamed'
  /** The console has a page for it. */
  | 'network'
  /** Its connection has Hydra's public port, or its admin port. */
  | 'hydraPublic'
  | 'hydraAdmin'
  /** Its connection has Kratos' public port. */
  | 'selfService'
  /** Something is stored for the connection that can be forgotten. */
  | 'signedIn'
  /** The connection may need a key. */
  | 'keyed'
  /** A list in which a new one can be made, or which can be narrowed. */
  | 'creates'
  | 'narrows'
  /** A read-only text about a subject, or of a message. */
  | 'subject'
  /** An answer that holds secrets, which are masked. */
  | 'masked'
  /** An answer in which stands what has a document of its own. */
  | 'answered'
  /** A comparison from which differences can be applied, a patch that was not sent yet, a version that was kept. */
  | 'applicable'
  | 'patch'
  | 'version';

/** A word of a row's context value. */
export type Word = Thing | Fact;
