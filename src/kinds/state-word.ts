/** What the state of a resource allows, as words that menus and lenses look for. */
export type StateWord =
  /** An identity that can log in, a session that is in force. */
  | 'active'
  | 'inactive'
  /** An identity with an address that can be marked as verified. */
  | 'unverified'
  /** A credential that the server lets one delete. */
  | 'revocable'
  /** A client with a secret that can be rotated. */
  | 'clientSecret';
