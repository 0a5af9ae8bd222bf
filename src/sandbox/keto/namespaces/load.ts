import { positionOf, readModel, type Namespace } from '../../../permissions/index.ts';
import { ConfigError } from '../../config/config-error.ts';
import { at, isObject } from '../../json/values.ts';
import { SAMPLE_OPL } from '../seed/sample-opl.ts';
import { readLegacy, readListed } from './legacy.ts';
import { readSources, type Source } from './sources.ts';

/**
 * The namespaces of a keto.yml: `namespaces.location` names OPL, a list names them one by one, and a plain address
 * names files of an older form. Without any there are those of the sample. Throws a ConfigError.
 */
export function loadNamespaces(config: unknown, configFile: string): readonly Namespace[] {
  const setting = at(config, 'namespaces');
  if (setting === undefined || setting === null) return parsed({ name: 'sample', text: SAMPLE_OPL });
  if (Array.isArray(setting)) return setting.map(readListed);
  if (typeof setting === 'string') return readSources(setting, configFile).flatMap(readLegacy);
  const location = isObject(setting) ? setting.location : undefined;
  if (typeof location !== 'string') {
    throw new ConfigError('keto: namespaces must be a list, an address, or have a location');
  }
  return readSources(location, configFile).flatMap(parsed);
}

function parsed({ name, text }: Source): readonly Namespace[] {
  const { namespaces, problems } = readModel(text);
  const [first] = problems;
  if (!first) return namespaces;
  const { line, column } = positionOf(text, first.start);
  throw new ConfigError(`keto: namespaces: ${name}, line ${line}, column ${column}: ${first.message}`);
}
