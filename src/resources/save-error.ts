/** A save that can't be made as it stands; `pointer` is the place in the document. */
export class FieldError extends Error {
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
    this.name = 'FieldError';
  }
}
