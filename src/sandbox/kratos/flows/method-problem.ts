/** A problem of one method, so that the flow remembers which it was. */
export class MethodProblem extends Error {
  readonly method: 'code' | 'link';
  readonly inner: unknown;

  constructor(method: 'code' | 'link', inner: unknown) {
    super(String(inner));
    this.method = method;
    this.inner = inner;
  }
}

/** Runs a part of a method; what it throws is that method's problem. */
export function ofMethod<T>(method: 'code' | 'link', run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new MethodProblem(method, cause);
  }
}
