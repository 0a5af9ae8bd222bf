import * as l10n from '@vscode/l10n';
import type { CST } from 'yaml';
import type { JsonNode } from '../json/tree.ts';

/**
 * Levels of the deepest YAML document that is read or written: the library takes more room for each than JSON does, and
 * when there is none left, the engine may end the whole process.
 */
export const DEEPEST_YAML = 200;

export const TOO_DEEP_YAML = l10n.t('nested too deeply: more than {0} levels', DEEPEST_YAML);

/** Whether what the library's parser read is deeper than that; the parser itself goes down nowhere. */
export const isTooDeepToken = (token: CST.Token): boolean =>
  isDeeper(
    token.type === 'document' && token.value ? [token.value] : [token],
    (one) => 'items' in one,
    (one) => ('items' in one ? one.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat()) : []),
  );

/** Whether a tree is deeper than that. */
export const isTooDeepTree = (tree: JsonNode): boolean =>
  isDeeper(
    [tree],
    (node) => node.kind === 'object' || node.kind === 'array',
    (node) => (node.kind === 'object' ? [...node.members.values()] : node.kind === 'array' ? node.items : []),
  );

/** Level by level, and not down each branch. */
function isDeeper<T>(
  top: readonly T[],
  holds: (one: T) => boolean,
  within: (one: T) => readonly T[],
): boolean {
  let level = top.filter(holds);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST_YAML) return true;
    level = level.flatMap(within).filter(holds);
  }
  return false;
}
