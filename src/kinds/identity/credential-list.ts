import * as l10n from '@vscode/l10n';
import { getIdentity } from '../../ory/operations/identities.ts';
import { own } from '../../ory/own.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { facts, whenFact } from '../row.ts';
import { type Credential, credentialsOf } from './credentials.ts';
import { credentialState } from './state.ts';

const icons: Readonly<Record<string, string>> = {
  password: 'lock',
  oidc: 'globe',
  saml: 'globe',
  totp: 'device-mobile',
  lookup_secret: 'list-ordered',
  webauthn: 'key',
  passkey: 'key',
  code: 'mail',
};

const names: Readonly<Record<string, string>> = {
  lookup_secret: l10n.t('backup codes'),
  code: l10n.t('one-time code'),
};

const nameOf = (type: string): string => own(names, type) ?? type;

const namesOf = ({ type, credential }: Credential) => ({
  type,
  identifiers: credential.identifiers ?? [],
});

/**
 * The credentials of an identity: types and identifiers, never what proves them. One request, made when the identity is
 * expanded, so that the row can say which there are.
 */
export const credentialListing = listing<Credential>({
  under: 'identities',
  service: 'kratos-admin',
  key: 'credentials',
  label: l10n.t('Credentials'),
  plural: l10n.t('credentials'),
  icon: 'shield',
  empty: () => l10n.t('No credentials: this identity can’t log in'),
  isEager: true,
  open: (client, { of: id }) =>
    singlePage(async (call) => credentialsOf((await client.call(getIdentity, { id }, call)).data)),
  keyOf: ({ type }) => type,
  summary: (all) => all.map(({ type }) => nameOf(type)).join(' · ') || 'none',
  row({ type, credential }, { of: identity, name: identityName }, all = []) {
    const identifiers = credential.identifiers ?? [];
    const words = identifiers.join(', ');
    return {
      id: type,
      label: nameOf(type),
      description: words,
      icon: own(icons, type) ?? 'shield',
      dimmed: false,
      state: credentialState({ type, identifiers }, all.map(namesOf)),
      context: ['credential'],
      copied: words || type,
      part: { is: 'credential', identity, identityName, type, identifiers },
      facts: () =>
        facts(
          ['Type', type],
          ['Identifiers', words],
          ['Created', whenFact(credential.created_at)],
          ['Updated', whenFact(credential.updated_at)],
        ),
    };
  },
});
