import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { isObject, type JsonObject } from '../json/values.ts';
import { ConfigError } from './config-error.ts';

/**
 * A kratos.yml, hydra.yml or keto.yml (JSON is YAML, too). Throws a ConfigError that names the file and, where it can,
 * the line.
 */
export function readConfig(file: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read: ${(cause as Error).message}`);
  }
  const document = parseDocument(text, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem) throw new ConfigError(`${file} is no valid YAML: ${problem.message.split('\n')[0] ?? ''}`);
  const config: unknown = document.toJS();
  if (!isObject(config))
    throw new ConfigError(`${file} holds no settings: a map of names to values is expected`);
  return config;
}
