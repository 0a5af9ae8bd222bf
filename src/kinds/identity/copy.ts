import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { childOf, rewrite } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { createIdentity, getIdentity } from '../../ory/operations/identities.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { textAt } from '../changes.ts';
import type { Copied, Undo } from '../kind.ts';
import { pickMembers } from '../pick-members.ts';

/** What creating an identity takes of an existing one. */
const taken = ['schema_id', 'state', 'traits', 'metadata_public', 'metadata_admin'];
const addressMembers = ['value', 'verified', 'verified_at', 'via', 'status'];

/** A new identity like an old one: what only one identity can have is left to be filled in. */
export function copyIdentity(original: JsonNode): Copied {
  const unique = new Set(identifiersOf(original).map((value) => value.toLowerCase()));
  const emptied: string[] = [];
  const document = rewrite(pickMembers(original, taken), (node, path) => {
    const [first, ...rest] = path;
    if (first !== 'traits' || node.kind !== 'string' || !unique.has(node.value.toLowerCase()))
      return undefined;
    emptied.push(rest.join('.'));
    return { kind: 'string', value: '' };
  });
  return {
    document,
    lost: [
      l10n.t('Credentials, addresses and sessions are not copied.'),
      ...(emptied.length > 0
        ? [
            l10n.t(
              'Only one identity can have the same {0}: fill in {1}.',
              emptied.join(', '),
              emptied.length === 1 ? 'another' : 'others',
            ),
          ]
        : []),
    ],
  };
}

/** What somebody can be found or reached by. */
function identifiersOf(identity: JsonNode): string[] {
  const credentials = childOf(identity, 'credentials');
  const ofCredentials = credentials?.kind === 'object' ? [...credentials.members.values()] : [];
  const listed = ofCredentials.flatMap((credential) => itemsOf(childOf(credential, 'identifiers')));
  const addresses = ['verifiable_addresses', 'recovery_addresses'].flatMap((list) =>
    itemsOf(childOf(identity, list)).flatMap((address) => childOf(address, 'value') ?? []),
  );
  return [...listed, ...addresses].flatMap((node) => (node.kind === 'string' ? [node.value] : []));
}

const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : [];

/** Reads an identity, to be created anew after it was deleted. */
export async function undoIdentity(client: OryClient, id: string, call?: CallOptions): Promise<Undo> {
  const original = parseAnswer((await client.call(getIdentity, { id }, call)).text, 'identity');
  return {
    words: [
      l10n.t('Undo re-creates it with a new ID, without credentials or sessions.'),
      l10n.t('Undo re-creates them with new IDs, without credentials or sessions.'),
    ],
    original,
    async restore(again) {
      const body = new RawBody(printJson(bodyOf(original)));
      return { id: (await client.call(createIdentity, { body }, again)).data.id };
    },
  };
}

/** Older servers refuse members that they don't know: only those that say something are sent. */
function bodyOf(original: JsonNode): JsonNode {
  const optional = ['external_id', 'organization_id'].filter((name) => textAt(original, name) !== undefined);
  const body = pickMembers(original, [...taken, ...optional]);
  const lists = ['verifiable_addresses', 'recovery_addresses'].flatMap((name) => {
    const items = itemsOf(childOf(original, name));
    const members = name === 'recovery_addresses' ? ['value', 'via'] : addressMembers;
    return items.length === 0
      ? []
      : [[name, { kind: 'array', items: items.map((item) => pickMembers(item, members)) }] as const];
  });
  return { kind: 'object', members: new Map([...(body.kind === 'object' ? body.members : []), ...lists]) };
}
