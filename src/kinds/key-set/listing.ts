import * as l10n from '@vscode/l10n';
import type { JsonWebKey } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { getJsonWebKeySet, PRIVATE_KEY_MEMBERS } from '../../ory/operations/keys.ts';
import type { Page, PageSource } from '../../ory/paging.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { keyRow, keySetRow, WELL_KNOWN_SETS } from './row.ts';

const MISSING = 'missing';

/** The keys of one set, asked when it is expanded (`GET /admin/keys/{set}`); only then it is known to exist. */
const keysOfSet = listing<JsonWebKey>({
  under: 'keys',
  service: 'hydra-admin',
  key: 'keys',
  label: l10n.t('Keys'),
  plural: l10n.t('keys'),
  icon: 'key',
  empty: ({ of }, note) => (note === MISSING ? whyMissing(of) : l10n.t('No keys')),
  open: (client, { of: set }) => new KeysOfSet(client, set),
  keyOf: ({ kid }) => kid,
  row(key, { of: set }) {
    const row = keyRow(key);
    return {
      ...row,
      context: ['id', 'key'],
      copied: row.id,
      part: { is: 'key', set, kid: row.id },
      opens: { kind: 'keys', id: set, title: l10n.t('Open Key Set') },
    };
  },
  looks: (note, { of: set }) => (note === MISSING ? { description: absent(set), dimmed: true } : undefined),
});

/** Key sets by name: Hydra can't list them. */
export const keySetListing = listing<string>({
  under: 'view',
  service: 'hydra-admin',
  key: 'keySets',
  label: l10n.t('Key sets'),
  plural: l10n.t('key sets'),
  icon: 'key',
  empty: () => l10n.t('No key sets'),
  known: WELL_KNOWN_SETS,
  open: () => singlePage(() => Promise.resolve([...WELL_KNOWN_SETS])),
  keyOf: (set) => set,
  row: (set) => ({ ...keySetRow(set), isDirect: true, below: () => [{ list: keysOfSet, of: set }] }),
  about: () => '',
});

const isWellKnown = (set: string): boolean => (WELL_KNOWN_SETS as readonly string[]).includes(set);

const absent = (set: string): string => (isWellKnown(set) ? l10n.t('not made yet') : l10n.t('not there'));

const whyMissing = (set: string): string =>
  isWellKnown(set)
    ? l10n.t('Hydra makes it with the first token that it signs')
    : l10n.t('Hydra has no set of this name');

/** The keys of one set. Their private parts are dropped at once: rows need none. */
class KeysOfSet implements PageSource<JsonWebKey> {
  note: string | undefined;

  constructor(
    private readonly client: OryClient,
    private readonly set: string,
  ) {}

  async next(call: CallOptions = {}): Promise<Page<JsonWebKey>> {
    try {
      const { data } = await this.client.call(getJsonWebKeySet, { set: this.set }, call);
      return { items: (data.keys ?? []).map(withoutSecrets), more: false };
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
      this.note = MISSING;
      return { items: [], more: false };
    }
  }
}

/** The members stay, so that a row can tell a private key from a public one; their values do not. */
const withoutSecrets = (key: JsonWebKey): JsonWebKey => ({
  ...key,
  ...Object.fromEntries(PRIVATE_KEY_MEMBERS.filter((member) => member in key).map((member) => [member, ''])),
});
