import { omit } from '../objects.ts';
import { fingerprint } from '../secrets.ts';
import type { Granted } from '../tokens/granted.ts';

/** A device that waits for its user. */
export interface DeviceRecord {
  readonly key: string;
  readonly clientId: string;
  readonly userCode: string;
  readonly scope: readonly string[];
  readonly audience: readonly string[];
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly granted?: Omit<Granted, 'client'>;
  readonly collected: boolean;
}

export class DeviceStore {
  private readonly byKey = new Map<string, DeviceRecord>();

  add(deviceCode: string, record: Omit<DeviceRecord, 'key' | 'collected'>): void {
    const key = fingerprint(deviceCode);
    this.byKey.set(key, { ...record, key, collected: false });
  }

  find(deviceCode: string): DeviceRecord | undefined {
    return this.byKey.get(fingerprint(deviceCode));
  }

  /** The device that shows a code, until its user has agreed. */
  waiting(userCode: string, now: number): DeviceRecord | undefined {
    return [...this.byKey.values()].find(
      (one) => one.userCode === userCode && one.granted === undefined && one.expiresAt > now,
    );
  }

  /** The user agreed: the device gets its tokens when it asks next. */
  allow(key: string, granted: Granted): void {
    const record = this.byKey.get(key);
    if (record !== undefined) this.byKey.set(key, { ...record, granted: omit(granted, 'client') });
  }

  collect(record: DeviceRecord): void {
    this.byKey.set(record.key, { ...record, collected: true });
  }

  save(): DeviceRecord[] {
    return [...this.byKey.values()];
  }

  load(saved: readonly DeviceRecord[]): void {
    this.byKey.clear();
    for (const device of saved) this.byKey.set(device.key, device);
  }
}
