import * as l10n from '@vscode/l10n';
import { OryError } from './errors.ts';
import { JsonSyntaxError, type JsonNode, parseJson, TooDeepError } from './json/tree.ts';

/**
 * What a server answered, as a tree: a mistake in it is the server's, not that of a document.
 * @param noun what was asked for: "identity"
 * @throws {OryError} `not-ory` where it is no JSON, or too deep
 */
export function parseAnswer(text: string, noun: string): JsonNode {
  try {
    return parseJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    const message =
      cause instanceof TooDeepError
        ? l10n.t('The server’s {0} is {1}.', noun, cause.message)
        : l10n.t('The server sent something other than JSON for this {0}.', noun);
    throw new OryError('not-ory', message, { cause });
  }
}
