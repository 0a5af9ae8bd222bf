import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { jwkFacts } from '../../ory/keys/jwk-facts.ts';
import type { Lens, LensPlace } from '../lenses/lens.ts';

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

/** What each key is, and what can be done with it. `set` is given where the keys are those of a key set. */
export async function keyLenses(
  document: JsonNode,
  place: LensPlace,
  set: string | undefined,
): Promise<readonly Lens[]> {
  const all = await Promise.all(
    keysIn(document).map(async ({ path, key }): Promise<Lens[]> => {
      const { kid, sort, thumbprint, pem } = await jwkFacts(key);
      const copy = (title: string, text: string, what: string): Lens => ({
        path,
        title,
        command: 'ory.copyFact',
        args: [text, what],
      });
      return [
        thumbprint
          ? copy(`${sort} · ${thumbprint.slice(0, SHOWN)}…`, thumbprint, 'thumbprint')
          : { path, title: sort, command: '', args: [] },
        ...(pem ? [copy('Copy Public Key (PEM)', pem, 'public key')] : []),
        ...(set === undefined || place.readOnly || kid === ''
          ? []
          : [{ path, title: 'Delete Key…', command: 'ory.deleteKey', args: [partOf(place, set, kid)] }]),
      ];
    }),
  );
  return all.flat();
}

const partOf = ({ connection }: LensPlace, set: string, kid: string) => ({
  part: { is: 'key', connection, set, kid },
});
