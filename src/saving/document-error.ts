/** Why a document can't be read or saved, where no server was asked or none refused. The message is for people. */
export class DocumentError extends Error {
  constructor(
    readonly code: 'unavailable' | 'no-permissions' | 'not-found',
    message: string,
  ) {
    super(message);
    this.name = 'DocumentError';
  }
}
