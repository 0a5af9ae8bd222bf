import * as l10n from '@vscode/l10n';
import { JWT_BEARER } from '../../../flows/oauth2/runs/jwt-bearer.ts';

export type FlowKind = 'code' | 'client_credentials' | 'device' | 'jwt_bearer';

interface Flow {
  readonly label: string;
  readonly about: string;
  /** What a temporary client for it is allowed. */
  readonly grantTypes: readonly string[];
  readonly scope: string;
}

export const FLOWS: Readonly<Record<FlowKind, Flow>> = {
  code: {
    label: l10n.t('Authorization code with PKCE'),
    about: l10n.t('A user signs in and consents; the client gets a code, and tokens for it.'),
    grantTypes: ['authorization_code', 'refresh_token'],
    scope: 'openid offline_access',
  },
  client_credentials: {
    label: l10n.t('Client credentials'),
    about: l10n.t('The client gets a token for itself.'),
    grantTypes: ['client_credentials'],
    scope: '',
  },
  device: {
    label: l10n.t('Device'),
    about: l10n.t('A device without a browser shows a code, which the user types in elsewhere.'),
    grantTypes: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    scope: 'openid offline_access',
  },
  jwt_bearer: {
    label: l10n.t('JWT bearer'),
    about: l10n.t('An issuer that the server trusts signs an assertion, which is exchanged for a token.'),
    grantTypes: [JWT_BEARER],
    scope: 'read',
  },
};

export const FLOW_KINDS = Object.keys(FLOWS) as FlowKind[];
