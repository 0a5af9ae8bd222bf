import { ConfigError } from '../config/config-error.ts';
import { at } from '../json/values.ts';

/** `limit` of a keto.yml. */
export interface Limits {
  /** How many steps a check or an expansion goes. */
  readonly depth: number;
  /** How many subject sets of one relation a check follows. */
  readonly width: number;
  readonly batch: number;
  /** How many nodes an expansion has, roughly: the page that reaches it is finished. */
  readonly nodes: number;
}

/** Throws a ConfigError for a limit that is no number from 1 (nodes: 0) to 65535. */
export function readLimits(config: unknown): Limits {
  return {
    depth: limit(config, 'max_read_depth', 5),
    width: limit(config, 'max_read_width', 100),
    batch: limit(config, 'max_batch_check_size', 10),
    nodes: limit(config, 'max_expand_size', 4000, 0),
  };
}

function limit(config: unknown, name: string, usual: number, minimum = 1): number {
  const value = at(config, 'limit', name) ?? usual;
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= 65_535)
    return value;
  throw new ConfigError(`keto: limit.${name} must be a whole number from ${minimum} to 65535`);
}

/** The limit of a request: its own where that is smaller. */
export const effectiveDepth = ({ depth }: Limits, asked: number): number =>
  asked <= 0 ? depth : Math.min(asked, depth);
