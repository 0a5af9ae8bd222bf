import type { JsonObject } from '../../json/values.ts';

/** An error that a browser was sent to the page for errors with. */
export interface FlowError {
  readonly id: string;
  readonly error: JsonObject;
  readonly created_at: string;
}

const LIMIT = 1_000;

/** Errors by id; the oldest are forgotten when there are too many. */
export class FlowErrors {
  private readonly errors = new Map<string, FlowError>();

  add(error: FlowError): void {
    this.errors.set(error.id, error);
    const [oldest] = this.errors.keys();
    if (this.errors.size > LIMIT && oldest !== undefined) this.errors.delete(oldest);
  }

  get(id: string): FlowError | undefined {
    return this.errors.get(id);
  }

  snapshot(): readonly FlowError[] {
    return [...this.errors.values()];
  }

  restore(errors: readonly FlowError[]): void {
    for (const error of errors) this.errors.set(error.id, error);
  }
}
