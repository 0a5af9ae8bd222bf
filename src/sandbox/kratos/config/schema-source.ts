import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../config/config-error.ts';
import { readJson } from '../../json/read.ts';
import { isObject, type JsonObject } from '../../json/values.ts';

/**
 * The JSON schema that `identity.schemas[].url` names: `base64://…` (the schema itself) or `file://…`
 * (relative paths count from the configuration file). Throws a ConfigError.
 */
export function loadSchema(id: string, url: string, configFile: string): JsonObject {
  const where = `identity.schemas: the schema ${id}`;
  try {
    const schema = readJson(textOf(url, configFile));
    if (isObject(schema)) return schema;
  } catch (cause) {
    if (cause instanceof ConfigError) throw new ConfigError(`${where} ${cause.message}`);
    throw new ConfigError(`${where} could not be read: ${(cause as Error).message}`);
  }
  throw new ConfigError(`${where} is no JSON object`);
}

function textOf(url: string, configFile: string): string {
  if (url.startsWith('base64://'))
    return Buffer.from(url.slice('base64://'.length), 'base64').toString('utf8');
  if (!url.startsWith('file://')) {
    throw new ConfigError(
      'has an address that the sandbox does not fetch: only base64:// and file:// are read',
    );
  }
  const path = url.slice('file://'.length);
  return readFileSync(isAbsolute(path) ? fileURLToPath(url) : resolve(dirname(configFile), path), 'utf8');
}
