import type { ServiceName } from '../http/service.ts';
import { at, type JsonObject } from '../json/values.ts';
import { ConfigError } from './config-error.ts';

/** A port to bind, or one to prefer: when that is taken, any free one does. */
export type PortChoice = number | { readonly preferred: number };
export type Ports = Partial<Record<ServiceName, PortChoice>>;

type Product = 'kratos' | 'hydra' | 'keto';

const DEFAULTS: Record<ServiceName, number> = {
  'kratos-public': 4433,
  'kratos-admin': 4434,
  'hydra-public': 4444,
  'hydra-admin': 4445,
  console: 4400,
  'keto-read': 4466,
  'keto-write': 4467,
  'keto-opl': 4469,
  talos: 4420,
};

/**
 * Which services run where: options first, then the files, then the usual ports. Once any port was asked for, the
 * usual ports of the others are only preferred. Throws a ConfigError.
 */
export function choosePorts(
  asked: Partial<Record<ServiceName, number>>,
  files: Partial<Record<Product, JsonObject | undefined>>,
): Ports {
  const anyAsked = Object.keys(asked).length > 0;
  const ports: Ports = {};
  for (const [name, usual] of Object.entries(DEFAULTS) as [ServiceName, number][]) {
    const [product = '', port = ''] = name.split('-');
    const configured = portIn(files[product as Product], product, port);
    ports[name] = asked[name] ?? configured ?? (anyAsked ? { preferred: usual } : usual);
  }
  return ports;
}

function portIn(config: JsonObject | undefined, product: string, port: string): number | undefined {
  const value = at(config, 'serve', port, 'port');
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new ConfigError(`${product}: serve.${port}.port is no port: ${JSON.stringify(value)}`);
}

const LOOPBACK = ['', '127.0.0.1', 'localhost', '::1', '[::1]'];

/** Ports whose file asks for another address than this machine's own: they stay on 127.0.0.1. */
export function foreignHosts(config: JsonObject | undefined): readonly string[] {
  return ['public', 'admin', 'read', 'write', 'opl'].filter((port) => {
    const host = at(config, 'serve', port, 'host');
    return typeof host === 'string' && !LOOPBACK.includes(host);
  });
}
