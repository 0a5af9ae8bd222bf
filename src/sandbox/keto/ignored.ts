import { ignoredSettings } from '../config/ignored.ts';
import { at, type JsonObject } from '../json/values.ts';

/** Settings of a keto.yml without effect here. Strict checks are not emulated. */
export function ignoredByKeto(config: JsonObject): readonly string[] {
  const strict = 'namespaces.experimental_strict_mode';
  return [...ignoredSettings('keto', config), ...(at(config, ...strict.split('.')) === true ? [strict] : [])];
}
