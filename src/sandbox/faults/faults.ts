import type { Clock, SandboxAnswer } from '../http/service.ts';
import { error } from '../http/answers.ts';
import { writeJson } from '../json/write.ts';
import type { Random } from '../seed/random.ts';
import { matchesRule, type FaultRule } from './rule.ts';

/** What is to happen to one request. */
export interface Fault {
  readonly latencyMs: number;
  readonly reset: boolean;
  /** The answer to give instead of the service's. */
  readonly answer: SandboxAnswer | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly truncate: number | undefined;
}

interface Active {
  readonly rule: FaultRule;
  hits: number;
  windowStart: number;
  windowCount: number;
}

/** The rules in force. They are replaced as a whole and belong to the running process, never to the snapshot. */
export class Faults {
  private active: Active[] = [];
  private readonly clock: Clock;
  private readonly random: Random;

  constructor(clock: Clock, random: Random) {
    this.clock = clock;
    this.random = random;
  }

  set(rules: readonly FaultRule[]): void {
    this.active = rules.map((rule) => ({ rule, hits: 0, windowStart: 0, windowCount: 0 }));
  }

  /** The rules with the number of requests that each has affected. */
  list(): readonly (FaultRule & { hits: number })[] {
    return this.active.map(({ rule, hits }) => ({ ...rule, hits }));
  }

  /**
   * The fault for a request, or undefined. All matching rules count: latencies add up, headers are merged,
   * the first that answers or cuts the connection decides.
   */
  for(request: { service: string; method: string; path: string }): Fault | undefined {
    let fault: Fault | undefined;
    for (const entry of this.active) {
      const { rule } = entry;
      if (rule.times !== undefined && entry.hits >= rule.times) continue;
      if (!matchesRule(rule.match, request)) continue;
      if (rule.probability !== undefined && !this.random.chance(rule.probability)) continue;
      const limited = rule.rate_limit ? this.count(entry, rule.rate_limit) : undefined;
      if (!limited?.headers || limited.answer) entry.hits++;
      const before: Fault = fault ?? NOTHING;
      fault = {
        latencyMs: before.latencyMs + (rule.latency_ms ?? 0),
        reset: before.reset || (rule.reset === true && !before.answer),
        answer: before.answer ?? limited?.answer ?? ownAnswer(rule),
        headers: { ...before.headers, ...limited?.headers, ...rule.headers },
        truncate: before.truncate ?? rule.truncate,
      };
      if (fault.reset || fault.answer) break;
    }
    return fault;
  }

  /** Counts within a fixed window and tells it the way Ory Network does. */
  private count(entry: Active, limit: { limit: number; window_s: number }) {
    const now = this.clock.now().getTime();
    if (now - entry.windowStart >= limit.window_s * 1000)
      Object.assign(entry, { windowStart: now, windowCount: 0 });
    entry.windowCount++;
    const reset = Math.max(1, Math.ceil((entry.windowStart + limit.window_s * 1000 - now) / 1000));
    const headers = {
      'x-ratelimit-limit': `${limit.limit}, ${limit.limit};w=${limit.window_s}`,
      'x-ratelimit-remaining': String(Math.max(0, limit.limit - entry.windowCount)),
      'x-ratelimit-reset': String(reset),
    };
    const reason =
      'The rate limit of this endpoint is used up. Wait for the number of seconds in x-ratelimit-reset.';
    const over = entry.windowCount > limit.limit;
    return {
      headers,
      answer: over ? error({ code: 429, reason, message: 'rate limit exceeded' }) : undefined,
    };
  }
}

const NOTHING: Fault = { latencyMs: 0, reset: false, answer: undefined, headers: {}, truncate: undefined };

function ownAnswer(rule: FaultRule): SandboxAnswer | undefined {
  if (rule.status === undefined && rule.body === undefined) return undefined;
  const status = rule.status ?? 200;
  if (rule.body === undefined) {
    return status >= 400
      ? error({ code: status, reason: 'A fault was asked for at /.sandbox/faults.' })
      : { status };
  }
  if (typeof rule.body === 'string') {
    return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: rule.body };
  }
  return { status, headers: { 'content-type': 'application/json' }, body: writeJson(rule.body) };
}
