import * as l10n from '@vscode/l10n';
import type { ProjectApiKey, WorkspaceApiKey } from '@ory/client';
import type { CallOptions, OryClient, Reply } from '../../ory/client.ts';
import { type JsonNode, toJson } from '../../ory/json/tree.ts';
import type { SecretPointer } from '../../ory/operations/operation.ts';
import { singlePage } from '../../ory/single-page.ts';
import { hasMembers, textAt } from '../changes.ts';
import { findListed } from '../find-listed.ts';
import type { Kind, KindId } from '../kind.ts';
import { type Listing, listing } from '../listing.ts';
import { ofPartId, partId, type PartItem } from '../part-id.ts';
import { facts, whenFact } from '../row.ts';

type ApiKey = ProjectApiKey | WorkspaceApiKey;

/** How projects and workspaces differ in their API keys. */
export interface ApiKeys {
  readonly id: KindId;
  readonly noun: string;
  /** The kind of what has them. */
  readonly under: KindId;
  /** Types of the API: of a key, and of the body that creates one. */
  readonly type: string;
  readonly body: string;
  readonly secrets: readonly SecretPointer[];
  /** The member of a key that names what has it, and the parameter of operations that does. */
  readonly ownerMember: string;
  readonly ownerParameter: string;
  /** The path of one key. */
  readonly home: RegExp;
  list(client: OryClient, of: string, call?: CallOptions): Promise<Reply<readonly ApiKey[]>>;
  create(client: OryClient, of: string, document: JsonNode, call?: CallOptions): Promise<Reply<ApiKey>>;
  remove(client: OryClient, of: string, id: string, call?: CallOptions): Promise<unknown>;
}

/** A key in a list: its name, its last characters, until when it is valid. Its value is never part of a row. */
function apiKeyListing(keys: ApiKeys): Listing {
  const { under } = keys;
  return listing<PartItem<ApiKey>>({
    under,
    service: 'console',
    key: 'apiKeys',
    label: l10n.t('API keys'),
    plural: l10n.t('API keys'),
    icon: 'key',
    empty: () => l10n.t('No API keys'),
    open: (client, { of }) =>
      singlePage(async (call) =>
        (await keys.list(client, of, call)).data.map((item) => ({ of, item: bare(item) })),
      ),
    keyOf: ({ of, item }) => partId(of, item.id),
    row({ of, item }) {
      const expired = Date.parse(item.expires_at ?? '') < Date.now();
      return {
        id: partId(of, item.id),
        label: item.name,
        description: [item.last_characters ? `…${item.last_characters}` : '', expired ? 'expired' : '']
          .filter(Boolean)
          .join(' · '),
        icon: 'key',
        dimmed: expired,
        copied: item.id,
        facts: () =>
          facts(
            ['Id', item.id],
            [l10n.t('Ends with'), item.last_characters],
            ['Expires', whenFact(item.expires_at)],
            ['Created', whenFact(item.created_at)],
            [l10n.t('Created by'), item.owner_id],
          ),
      };
    },
  });
}

/** Lists hold no values; one that did must not stay in memory with its rows. */
const bare = (key: ApiKey): ApiKey => ({ ...key, value: '' });

/** A kind of API keys. The API reads none alone and changes none. */
export function apiKeyKind(keys: ApiKeys): Kind {
  const { id: kind, noun, under, ownerParameter, ownerMember } = keys;
  return {
    id: kind,
    noun,
    service: 'console',
    view: 'projects',
    listings: [apiKeyListing(keys)],
    parentOf: (_, id) => Promise.resolve({ kind: under, id: ofPartId(id).of }),
    inOperations: {
      homes: [
        {
          path: keys.home,
          parameter: 'token_id',
          idOf: ({ [ownerParameter]: of, token_id: id }) => partId(String(of), String(id)),
        },
      ],
      services: ['console'],
      recognise(node, { [ownerParameter]: of }) {
        const id = hasMembers(node, 'name', 'owner_id', ownerMember) ? textAt(node, 'id') : undefined;
        return id && typeof of === 'string' ? { id: partId(of, id), node } : undefined;
      },
    },
    schema: { document: keys.type, created: keys.body },
    consolePage: '',
    idName: 'token_id',
    async read(client, id, call) {
      const { of, id: token } = ofPartId(id);
      return findListed((await keys.list(client, of, call)).text, token, noun);
    },
    nameOf: (document, id) => textAt(document, 'name') ?? ofPartId(id).id,
    secrets: keys.secrets,
    volatile: [],
    incidental: ['/id', '/created_at', '/updated_at', '/last_characters'],
    readOnlyReason: l10n.t('Ory can’t change an API key: delete it and create another one.'),
    creating: {
      template: () => Promise.resolve(toJson({ name: l10n.t('New key') })),
      async create(client, document, call, of = '') {
        const { data } = await keys.create(client, of, document, call);
        return {
          id: partId(of, data.id),
          ...(data.value ? { secret: { name: l10n.t('API key'), value: data.value } } : {}),
        };
      },
    },
    removing: {
      async remove(client, id, call) {
        const { of, id: token } = ofPartId(id);
        await keys.remove(client, of, token, call);
      },
      consequence: l10n.t('Whatever uses it is refused from then on. It can’t be undone.'),
    },
  };
}
