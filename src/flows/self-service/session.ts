import * as l10n from '@vscode/l10n';
import { listIn, objectIn, textIn } from './loose.ts';
import { own } from '../../ory/own.ts';

/** A session as its owner sees it. */
export interface SessionFacts {
  readonly id: string;
  readonly active: boolean;
  readonly aal?: string;
  /** How the person signed in, the first first. */
  readonly methods: readonly { readonly method: string; readonly aal?: string; readonly at?: string }[];
  readonly devices: readonly { readonly agent: string; readonly address: string; readonly place: string }[];
  readonly authenticatedAt?: string;
  readonly issuedAt?: string;
  readonly expiresAt?: string;
  readonly identityId?: string;
  /** What the person is called: the first trait that names anybody, else the id of the identity. */
  readonly who?: string;
  readonly schema?: string;
  readonly state?: string;
}

/** Reads a session, leniently; undefined where it is none. */
export function readSession(value: unknown): SessionFacts | undefined {
  const session = objectIn(value);
  const id = textIn(session.id);
  if (!id) return undefined;
  const identity = objectIn(session.identity);
  const identityId = textIn(identity.id);
  const fields = {
    aal: textIn(session.authenticator_assurance_level),
    authenticatedAt: textIn(session.authenticated_at),
    issuedAt: textIn(session.issued_at),
    expiresAt: textIn(session.expires_at),
    identityId,
    schema: textIn(identity.schema_id),
    state: textIn(identity.state),
    // Where the second factor is missing, the answer holds no identity.
    who: nameIn(identity.traits) ?? identityId,
  };
  return {
    id,
    active: session.active !== false,
    ...(Object.fromEntries(
      Object.entries(fields).filter(([, one]) => one !== undefined),
    ) as Partial<SessionFacts>),
    methods: listIn(session.authentication_methods).map((one) => {
      const { method, aal, completed_at } = objectIn(one);
      const level = textIn(aal);
      const at = textIn(completed_at);
      return { method: textIn(method) ?? 'unknown', ...(level ? { aal: level } : {}), ...(at ? { at } : {}) };
    }),
    devices: listIn(session.devices).map((one) => {
      const { user_agent, ip_address, location } = objectIn(one);
      return {
        agent: textIn(user_agent) ?? '',
        address: textIn(ip_address) ?? '',
        place: textIn(location) ?? '',
      };
    }),
  };
}

const NAMING = ['email', 'username', 'phone', 'name'];

function nameIn(traits: unknown): string | undefined {
  const all = objectIn(traits);
  return (
    NAMING.map((name) => textIn(all[name])).find(Boolean) ?? Object.values(all).map(textIn).find(Boolean)
  );
}

/** What an assurance level means. */
export function aalWords(aal: string | undefined): string {
  switch (aal) {
    case 'aal0':
      return l10n.t('Nobody signed in (aal0)');
    case 'aal1':
      return l10n.t('One factor (aal1)');
    case 'aal2':
      return l10n.t('Two factors (aal2)');
    case 'aal3':
      return l10n.t('A hardware factor (aal3)');
    default:
      return aal ?? 'Unknown';
  }
}

const METHODS: Readonly<Record<string, string>> = {
  password: 'Password',
  oidc: l10n.t('Social sign-in'),
  saml: l10n.t('Single sign-on (SAML)'),
  totp: l10n.t('Authenticator app'),
  lookup_secret: l10n.t('Backup code'),
  webauthn: l10n.t('Security key'),
  passkey: 'Passkey',
  code: l10n.t('One-time code'),
  code_recovery: l10n.t('Recovery code'),
  link_recovery: l10n.t('Recovery link'),
  deviceauthn: l10n.t('Device key'),
};

/** A way to sign in, in words. */
export const methodWords = (method: string): string => own(METHODS, method) ?? method;
