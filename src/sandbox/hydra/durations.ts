import { trimEnd } from '../http/trim.ts';

/** Nanoseconds by unit, as in Go's `time.ParseDuration`. */
const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const LIMIT = 1n << 63n;
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
/** Characters; a longer text is no duration that anybody means. */
const LONGEST = 1000;

/** Nanoseconds of a duration such as `1h30m` or `-1.5s`; undefined when the text is none. */
export function parseDuration(text: string): bigint | undefined {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0n;
  const parts = partsOf(rest);
  if (!parts) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of parts) {
    if (whole === '' && fraction === '') return undefined;
    const size = UNITS[unit] ?? 0n;
    total += BigInt(whole || 0) * size;
    if (fraction !== '') total += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  if (total >= LIMIT) return undefined;
  return sign === '-' ? -total : total;
}

/** The parts of a duration, one after the other; undefined where something else stands among them. */
function partsOf(text: string): readonly RegExpExecArray[] | undefined {
  const parts: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = text.length > LONGEST ? null : PART.exec(text);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts.length > 0 ? parts : undefined;
}

/** A duration as Go writes it: `720h0m0s`, `1m30s`, `1.5s`, `250ms`, `0s`. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s';
  const sign = nanoseconds < 0n ? '-' : '';
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const second = 1_000_000_000n;
  if (size < second) {
    const unit = size < 1_000n ? 'ns' : size < 1_000_000n ? 'µs' : 'ms';
    return `${sign}${decimal(size, UNITS[unit] ?? 1n)}${unit}`;
  }
  const minutes = size / (60n * second);
  const hours = minutes / 60n;
  const seconds = `${decimal(size % (60n * second), second)}s`;
  if (minutes === 0n) return sign + seconds;
  return `${sign}${hours === 0n ? '' : `${hours.toString()}h`}${(minutes % 60n).toString()}m${seconds}`;
}

/** Whole seconds of a duration text that was parsed before; a fallback when there is none. */
export function secondsOf(text: string | null | undefined, fallback: number): number {
  const parsed = text === null || text === undefined ? undefined : parseDuration(text);
  return parsed === undefined ? fallback : Number(parsed / 1_000_000_000n);
}

function decimal(value: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1;
  const fraction = trimEnd((value % unit).toString().padStart(digits, '0'), '0');
  return `${(value / unit).toString()}${digits === 0 || fraction === '' ? '' : `.${fraction}`}`;
}
