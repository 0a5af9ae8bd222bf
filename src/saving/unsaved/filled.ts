import { type JsonNode, parseJson } from '../../ory/json/tree.ts';
import { maskJson } from '../../ory/secrets/mask.ts';
import { unmaskJson } from '../../ory/secrets/unmask.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { Base } from '../base.ts';
import type { Version } from '../version.ts';

/**
 * What a text with changes derives from, as it was kept, with its masks filled in from the server's copy.
 * @param server the server's version then, as a text, masked @param shown what the editor showed, where that was another
 * @throws {MaskError} where that can't be done
 * @throws {JsonSyntaxError} where what was kept is damaged
 */
export function filledBase({
  kind,
  server,
  shown,
  fresh,
}: {
  readonly kind: Kind;
  readonly server: string;
  readonly shown: string | undefined;
  readonly fresh: Version;
}): Base {
  const was = parseJson(server);
  const raw = unmaskJson(was, fresh.raw, was);
  const masked = maskJson(raw, kind.secrets);
  // Of what the editor showed, only what the redactor alone took for a secret is filled in: masks of the kind stay.
  return { server: { raw, masked }, shown: shown === undefined ? masked : filled(parseJson(shown), masked) };
}

const filled = (shown: JsonNode, masked: JsonNode): JsonNode => unmaskJson(shown, masked, shown);
