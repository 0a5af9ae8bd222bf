import type { Identity, IdentityCredentials } from '@ory/client';

/** Of these an identity can have several, so that the server asks which one is meant. */
const SEVERAL: ReadonlySet<string> = new Set(['oidc', 'saml', 'deviceauthn']);

export const canHaveSeveral = (type: string): boolean => SEVERAL.has(type);

export interface Credential {
  readonly type: string;
  readonly credential: IdentityCredentials;
}

/**
 * The credentials that an identity has. Kratos keeps the entry of a provider's credentials when the last of them was
 * deleted: without an identifier there is none.
 */
export const credentialsOf = ({ credentials }: Pick<Identity, 'credentials'>): readonly Credential[] =>
  Object.entries(credentials ?? {})
    .flatMap(([type, credential]) =>
      (credential as IdentityCredentials | null) === null ? [] : [{ type, credential }],
    )
    .filter(({ type, credential }) => !canHaveSeveral(type) || (credential.identifiers ?? []).length > 0);
