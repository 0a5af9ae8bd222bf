/** A self-service flow that was begun, whatever its kind. */
export interface Flow {
  readonly id: string;
  readonly kind: 'login' | 'recovery';
  /** Made for an app, or for a browser. */
  readonly type: 'api' | 'browser';
  readonly issued_at: string;
  readonly expires_at: string;
  readonly request_url: string;
  /** A recovery flow: whom it is for, and what that person must present. */
  readonly identity_id?: string;
  readonly code?: string;
  readonly token?: string;
}

const LIMIT = 5_000;

/** Flows by id; the oldest are forgotten when there are too many. */
export class FlowStore {
  private readonly flows = new Map<string, Flow>();

  put(flow: Flow): void {
    this.flows.set(flow.id, flow);
    const [oldest] = this.flows.keys();
    if (this.flows.size > LIMIT && oldest !== undefined) this.flows.delete(oldest);
  }

  get(kind: Flow['kind'], id: string): Flow | undefined {
    const flow = this.flows.get(id);
    return flow?.kind === kind ? flow : undefined;
  }

  snapshot(): readonly Flow[] {
    return [...this.flows.values()];
  }

  restore(flows: readonly Flow[]): void {
    for (const flow of flows) this.flows.set(flow.id, flow);
  }
}
