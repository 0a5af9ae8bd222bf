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
        ? `The server’s ${noun} is ${cause.message}.`
        : `The server sent something other than JSON for this ${noun}.`;
    throw new OryError('not-ory', message, { cause });
  }
}
