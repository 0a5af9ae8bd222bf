import * as l10n from '@vscode/l10n';
import type { JsonWebKey } from '@ory/client';
import { PRIVATE_KEY_MEMBERS } from '../../ory/operations/keys.ts';
import { facts, type Row } from '../row.ts';
import { own } from '../../ory/own.ts';

/** The two sets that Hydra itself signs with; they exist only once it has. */
export const WELL_KNOWN_SETS = ['hydra.openid.id-token', 'hydra.jwt.access-token'] as const;

const purposes: Readonly<Record<string, string>> = {
  'hydra.openid.id-token': l10n.t('signs ID tokens'),
  'hydra.jwt.access-token': l10n.t('signs JWT access tokens'),
};

/** A key set in the list; sets can't be listed, so only the name is known. */
export function keySetRow(set: string): Row {
  return {
    id: set,
    label: set,
    description: own(purposes, set) ?? '',
    icon: 'key',
    dimmed: false,
    facts: () => facts(['Set', set], ['Purpose', own(purposes, set)]),
  };
}

/** A key of a set: algorithm and use, then its id. */
export function keyRow(key: JsonWebKey): Row {
  const members = key as unknown as Readonly<Record<string, unknown>>;
  const secret = PRIVATE_KEY_MEMBERS.some((member) => member in members);
  return {
    id: key.kid,
    label: [key.alg, key.use].filter(Boolean).join(' · ') || key.kty,
    description: key.kid,
    icon: secret ? 'lock' : 'unlock',
    dimmed: false,
    facts: () =>
      facts(
        ['Key id', key.kid],
        ['Algorithm', key.alg],
        [
          'Use',
          key.use === 'sig'
            ? l10n.t('sig (signature)')
            : key.use === 'enc'
              ? l10n.t('enc (encryption)')
              : key.use,
        ],
        ['Type', [key.kty, key.crv].filter(Boolean).join(' ')],
        ['Holds', secret ? l10n.t('private and public part') : l10n.t('public part only')],
      ),
  };
}
