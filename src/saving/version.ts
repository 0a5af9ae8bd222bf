import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { OryError } from '../ory/errors.ts';
import { type JsonNode, printJson } from '../ory/json/tree.ts';
import { parseAnswer } from '../ory/parse-answer.ts';
import { maskJson } from '../ory/secrets/mask.ts';
import { steady, withSortedMembers } from '../kinds/changes.ts';
import type { Kind } from '../kinds/kind.ts';

/** One version of a resource as the server gave it. `raw` holds its secrets and stays in memory. */
export interface Version {
  readonly raw: JsonNode;
  /** What documents show. */
  readonly masked: JsonNode;
}

/**
 * Makes a version of the server's own text: the order of members, the digits of numbers and unknown fields stay.
 * @throws {OryError} `not-ory` where the text is no JSON, or no object
 */
export function versionOf(kind: Kind, serverText: string): Version {
  const raw = parseAnswer(serverText, kind.noun);
  if (raw.kind !== 'object')
    throw new OryError(
      'not-ory',
      l10n.t(
        'The server answered with a JSON {0}, where a {1} was expected: an object.',
        raw.kind,
        kind.noun,
      ),
    );
  return { raw, masked: maskJson(raw, kind.secrets) };
}

/**
 * Tells versions apart after the window was reloaded, when only this was kept: made without secrets, and without what
 * changes by itself. The order of members does not count.
 */
export function fingerprintOf(kind: Kind, version: Version): string {
  return createHash('sha256')
    .update(printJson(withSortedMembers(steady(kind, version.masked))))
    .digest('hex');
}
