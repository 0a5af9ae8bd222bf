/** Something that can be done with a part of a document, shown above it. */
export interface Lens {
  /** Where it stands: the path of the part. */
  readonly path: readonly string[];
  readonly title: string;
  readonly command: string;
  readonly args: readonly unknown[];
}

/** What a document is about, and what can be done where it comes from. */
export interface LensPlace {
  readonly connection: string;
  readonly id: string;
  readonly name: string;
  /** Nothing is changed through this connection. */
  readonly readOnly: boolean;
  /** Whether the connection has OAuth 2.0 clients and consents. */
  readonly hasHydra: boolean;
  /** Whether a command is part of this build. */
  has(command: string): boolean;
}
