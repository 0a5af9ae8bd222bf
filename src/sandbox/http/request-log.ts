import type { ServiceName } from './service.ts';

/** One answered request: neither bodies nor headers, so that no credential is kept. */
export interface LoggedRequest {
  readonly at: string;
  readonly service: ServiceName;
  readonly method: string;
  /** Path with its query; values of parameters that carry a credential are replaced by `***`. */
  readonly path: string;
  /** The status sent, or 0 when the connection was cut instead. */
  readonly status: number;
}

const LIMIT = 10_000;
const SECRET_PARAMETERS =
  /([?&](?:token|code|code_verifier|access_token|refresh_token|id_token_hint|client_secret|password|session_token|logout_token|(?:login|consent|logout|device)_verifier)=)[^&]*/gi;

/** The latest requests, oldest first; what is older than the limit is forgotten. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private total = 0;

  add(entry: LoggedRequest): void {
    this.total++;
    this.entries.push({ ...entry, path: entry.path.replace(SECRET_PARAMETERS, '$1***') });
    // Cutting in blocks keeps `add` cheap.
    if (this.entries.length > LIMIT * 1.5) this.entries = this.entries.slice(-LIMIT);
  }

  clear(): void {
    this.entries = [];
    this.total = 0;
  }

  /** `total` counts every request since the last clearing, also those that are no longer listed. */
  toJSON(): { total: number; requests: readonly LoggedRequest[] } {
    return { total: this.total, requests: this.entries.slice(-LIMIT) };
  }
}
