import * as l10n from '@vscode/l10n';
import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { jwkFacts } from '../../ory/keys/jwk-facts.ts';
import type { Part, PartFact, Place } from '../lenses/part.ts';

/** How much of a thumbprint tells keys apart at a glance. */
const SHOWN = 11;

/** The keys that a document holds, with the paths at which they stand. */
export function keysIn(
  document: JsonNode,
): readonly { readonly path: readonly string[]; readonly key: JsonNode }[] {
  return [['keys'], ['jwks', 'keys']].flatMap((list) => {
    const found = list.reduce<JsonNode | undefined>(childOf, document);
    if (found?.kind !== 'array') return [];
    return found.items.flatMap((key, at) =>
      key.kind === 'object' ? [{ path: [...list, String(at)], key }] : [],
    );
  });
}

/**
 * What each key of a document is.
 * @param set given where the document is a key set: its keys can be deleted one by one
 */
export async function keyParts(document: JsonNode, set?: Place): Promise<readonly Part[]> {
  return Promise.all(
    keysIn(document).map(async ({ path, key }): Promise<Part> => {
      const { kid, sort, thumbprint, pem } = await jwkFacts(key);
      const facts: PartFact[] = [
        thumbprint
          ? {
              title: `${sort} · ${thumbprint.slice(0, SHOWN)}…`,
              copies: { text: thumbprint, what: 'thumbprint' },
            }
          : { title: sort },
        ...(pem
          ? [{ title: l10n.t('Copy Public Key (PEM)'), copies: { text: pem, what: l10n.t('public key') } }]
          : []),
      ];
      const args = set && kid !== '' ? { args: [partOf(set, kid)] } : {};
      return { sort: 'key', path, facts, ...args };
    }),
  );
}

const partOf = ({ connection, id }: Place, kid: string) => ({
  part: { is: 'key', connection, set: id, kid },
});
