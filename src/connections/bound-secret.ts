import type { Through } from './through.ts';

/** A secret as it is kept: with what it went through when it was entered. */
export interface BoundSecret {
  readonly value: string;
  /** Unknown of secrets that versions before the binding kept. */
  readonly through: Through | undefined;
}

const MARK = 'bound:';

export const printBound = (secret: BoundSecret): string => MARK + JSON.stringify(secret);

export function readBound(kept: string): BoundSecret {
  const parsed = kept.startsWith(MARK) ? objectIn(kept.slice(MARK.length)) : undefined;
  return typeof parsed?.value === 'string'
    ? { value: parsed.value, through: parsed.through ?? {} }
    : { value: kept, through: undefined };
}

function objectIn(text: string): Partial<BoundSecret> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
