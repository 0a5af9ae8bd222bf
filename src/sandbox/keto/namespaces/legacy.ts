import { parseDocument } from 'yaml';
import type { Namespace } from '../../../permissions/index.ts';
import { ConfigError } from '../../config/config-error.ts';
import { at } from '../../json/values.ts';
import type { Source } from './sources.ts';

/** One namespace of a list: only its name counts. Throws a ConfigError. */
export function readListed(entry: unknown): Namespace {
  const name = at(entry, 'name');
  if (typeof name === 'string' && name !== '') return { name, relations: [] };
  throw new ConfigError('keto: namespaces: every namespace of a list needs a name');
}

/** The namespaces of a YAML or JSON file of the older form: one, or a list of them. Throws a ConfigError. */
export function readLegacy({ name, text }: Source): readonly Namespace[] {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) throw new ConfigError(`keto: namespaces: ${name}: ${problem.message.split('\n')[0] ?? ''}`);
  const content: unknown = document.toJS();
  return (Array.isArray(content) ? content : [content]).map(readListed);
}
