import { copy, isObject } from '../../json/values.ts';
import type { FlowKind } from '../config/self-service.ts';
import type { Flow } from './model.ts';

const LIMIT = 5_000;

/** Flows by id; the oldest are forgotten when there are too many. */
export class FlowStore {
  private readonly flows = new Map<string, Flow>();

  /** Keeps the flow as it is now. */
  save(flow: Flow): void {
    this.flows.set(flow.id, copy(flow));
    const [oldest] = this.flows.keys();
    if (this.flows.size > LIMIT && oldest !== undefined) this.flows.delete(oldest);
  }

  /** A copy of a flow of that kind, expired or not. */
  get(kind: FlowKind, id: string): Flow | undefined {
    const flow = this.flows.get(id);
    return flow?.kind === kind ? copy(flow) : undefined;
  }

  snapshot(): readonly Flow[] {
    return [...this.flows.values()];
  }

  /** Flows of older versions, which had no form, are over. */
  restore(flows: readonly Flow[]): void {
    for (const flow of flows) if (isObject(flow.form)) this.flows.set(flow.id, flow);
  }
}
