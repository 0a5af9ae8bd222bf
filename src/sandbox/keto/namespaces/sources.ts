import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../config/config-error.ts';

/** A text with the name that messages give it. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/**
 * What an address names: `file://` or a plain path (a file, or all files of a folder; relative paths count from the
 * configuration file) or `base64://`. Throws a ConfigError.
 */
export function readSources(location: string, configFile: string): readonly Source[] {
  if (location.startsWith('base64://')) {
    const text = Buffer.from(location.slice('base64://'.length), 'base64').toString('utf8');
    return [{ name: 'the base64 text', text }];
  }
  if (/^(?!file:)[a-z][a-z0-9+.-]*:\/\//i.test(location)) {
    throw new ConfigError(
      `keto: namespaces: ${new URL(location).protocol}// is not fetched: only file:// and base64:// are read`,
    );
  }
  try {
    const path = pathOf(location, configFile);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(path, entry.name))
          .sort()
      : [path];
    return files.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
  } catch (cause) {
    throw new ConfigError(`keto: namespaces: ${location} cannot be read: ${(cause as Error).message}`);
  }
}

function pathOf(location: string, configFile: string): string {
  const path = location.replace(/^file:\/\//, '');
  if (!isAbsolute(path)) return resolve(dirname(configFile), path);
  return location === path ? path : fileURLToPath(location);
}
