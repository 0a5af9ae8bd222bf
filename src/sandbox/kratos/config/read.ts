import { parseDuration } from '../../clock.ts';
import { ConfigError } from '../../config/config-error.ts';
import { at } from '../../json/values.ts';

/** The text at a path, undefined when there is none or it is empty. */
export function readText(config: unknown, ...path: readonly string[]): string | undefined {
  const value = at(config, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The flag at a path, `otherwise` when there is none. */
export function readFlag(config: unknown, otherwise: boolean, ...path: readonly string[]): boolean {
  const value = at(config, ...path);
  return typeof value === 'boolean' ? value : otherwise;
}

/** Milliseconds of the duration at a path. Throws a ConfigError. */
export function readDuration(config: unknown, otherwise: number, ...path: readonly string[]): number {
  const value = at(config, ...path);
  if (value === undefined) return otherwise;
  const parsed =
    typeof value === 'string' || typeof value === 'number' ? parseDuration(String(value)) : undefined;
  if (parsed === undefined) {
    throw new ConfigError(`${path.join('.')} is no duration such as 1h or 30m: ${JSON.stringify(value)}`);
  }
  return parsed;
}
