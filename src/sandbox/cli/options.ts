import { SERVICE_NAMES, type ServiceName } from '../http/service.ts';
import { MAX_IDENTITIES } from '../kratos/seed/generated-ids.ts';

/** The command line as it was given; what is absent was not said. */
export interface CommandLine {
  readonly ports: Partial<Record<ServiceName, number>>;
  readonly identities?: number;
  readonly clients?: number;
  readonly seed?: number;
  readonly empty?: boolean;
  readonly kratosConfig?: string;
  readonly hydraConfig?: string;
  readonly ketoConfig?: string;
  readonly data?: string;
}

/** A command line that cannot be used. */
export class UsageError extends Error {}

export const USAGE = `usage: sandbox ${SERVICE_NAMES.map((name) => `[--${name} PORT]`).join(' ')}
               [--identities N] [--clients N] [--seed S] [--empty]
               [--kratos-config FILE] [--hydra-config FILE] [--keto-config FILE] [--data FILE]`;

const MAX_CLIENTS = 100_000;
const NUMBERS = {
  identities: MAX_IDENTITIES,
  clients: MAX_CLIENTS,
  seed: 0xffffffff,
} as const;
const FILES = {
  'kratos-config': 'kratosConfig',
  'hydra-config': 'hydraConfig',
  'keto-config': 'ketoConfig',
  data: 'data',
} as const;

/** Reads `--name value` and `--name=value`. Throws a UsageError. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const ports: Partial<Record<ServiceName, number>> = {};
  const rest: Record<string, unknown> = {};
  const queue = [...args];
  for (let argument = queue.shift(); argument !== undefined; argument = queue.shift()) {
    const [, name = '', joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === 'empty' && joined === undefined) {
      rest.empty = true;
      continue;
    }
    const isPort = (SERVICE_NAMES as readonly string[]).includes(name);
    if (!isPort && !(name in NUMBERS) && !(name in FILES)) throw new UsageError(`unknown option ${argument}`);
    const value = joined ?? queue.shift();
    if (value === undefined || value === '') throw new UsageError(`--${name} needs a value`);
    if (isPort) ports[name as ServiceName] = number(name, value, 65_535, 'a port from 0 to');
    else if (name in FILES) rest[FILES[name as keyof typeof FILES]] = value;
    else rest[name] = number(name, value, NUMBERS[name as keyof typeof NUMBERS], 'a whole number from 0 to');
  }
  return { ports, ...rest };
}

function number(name: string, value: string, maximum: number, wanted: string): number {
  const parsed = /^\d+$/.test(value) ? Number(value) : NaN;
  if (parsed <= maximum) return parsed;
  throw new UsageError(`--${name} must be ${wanted} ${maximum}, not ${JSON.stringify(value)}`);
}
