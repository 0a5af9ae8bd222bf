import * as l10n from '@vscode/l10n';
import { pointerOf, rewrite } from '../json/pointer.ts';
import type { JsonNode } from '../json/tree.ts';
import { MASK } from './mask.ts';
import { MaskError } from './unmask.ts';

/** What stands in a new document where a secret was entered: the secret itself is in memory only. */
export const placeholder = (count: number): string => `${MASK} ${count}`;

const PLACEHOLDER = new RegExp(`^${MASK}( \\d+)?$`);

export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/**
 * A new document with its secrets in their places.
 * @param secrets those that were entered, by their placeholders
 * @throws {MaskError} where a placeholder stands for nothing that is known
 */
export function fillIn(document: JsonNode, secrets: ReadonlyMap<string, string>): JsonNode {
  return rewrite(document, (node, path) => {
    if (node.kind !== 'string' || !isPlaceholder(node.value)) return undefined;
    const value = secrets.get(node.value);
    if (value === undefined) {
      throw new MaskError(
        pointerOf(path),
        l10n.t(
          'The secret that stood here is not known any more: a window forgets it when it reloads. Enter it again by “Ory: Add Credential…”.',
        ),
      );
    }
    return { kind: 'string', value };
  });
}
