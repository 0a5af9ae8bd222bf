/** A resource by its ID, with what people call it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}
