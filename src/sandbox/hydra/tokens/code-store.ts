import { fingerprint } from '../secrets.ts';
import type { Granted } from './granted.ts';

/** How a client proves that it began the flow (PKCE). */
export interface Proof {
  readonly challenge: string;
  readonly method: 'S256' | 'plain';
}

/** An authorization code, or a device code once the user has agreed. */
export interface CodeRecord {
  readonly key: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly proof: Proof | null;
  readonly granted: Omit<Granted, 'client'>;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** Exchanged already: presenting it again ends its tokens. */
  readonly used: boolean;
  /** A wrong proof was presented: the right one comes too late. */
  readonly spoilt: boolean;
}

/** Codes by a digest of their text. */
export class CodeStore {
  private readonly byKey = new Map<string, CodeRecord>();

  find(code: string): CodeRecord | undefined {
    return this.byKey.get(fingerprint(code));
  }

  add(code: string, record: Omit<CodeRecord, 'key' | 'used' | 'spoilt'>, now: number): void {
    for (const [key, { expiresAt }] of this.byKey) if (expiresAt < now) this.byKey.delete(key);
    const key = fingerprint(code);
    this.byKey.set(key, { ...record, key, used: false, spoilt: false });
  }

  mark(record: CodeRecord, change: { used: true } | { spoilt: true }): void {
    this.byKey.set(record.key, { ...record, ...change });
  }

  save(): CodeRecord[] {
    return [...this.byKey.values()];
  }

  load(saved: readonly CodeRecord[]): void {
    this.byKey.clear();
    for (const code of saved) this.byKey.set(code.key, code);
  }
}
