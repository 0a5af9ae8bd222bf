import * as l10n from '@vscode/l10n';
import { listOf, type Metadata, textOf } from './provider.ts';

/** One thing that a provider says of itself. */
export interface SupportRow {
  readonly name: string;
  readonly value: string;
}

export interface SupportGroup {
  readonly title: string;
  readonly rows: readonly SupportRow[];
}

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Flows',
    [
      'grant_types_supported',
      'response_types_supported',
      'response_modes_supported',
      'code_challenge_methods_supported',
      'request_parameter_supported',
      'request_uri_parameter_supported',
    ],
  ],
  [
    'Clients',
    [
      'token_endpoint_auth_methods_supported',
      'token_endpoint_auth_signing_alg_values_supported',
      'subject_types_supported',
      'require_request_uri_registration',
    ],
  ],
  [
    l10n.t('Tokens and claims'),
    [
      'scopes_supported',
      'claims_supported',
      'claims_parameter_supported',
      'id_token_signing_alg_values_supported',
      'userinfo_signing_alg_values_supported',
      'request_object_signing_alg_values_supported',
    ],
  ],
  [
    'Logout',
    [
      'backchannel_logout_supported',
      'backchannel_logout_session_supported',
      'frontchannel_logout_supported',
      'frontchannel_logout_session_supported',
    ],
  ],
];

/** What a provider supports, in groups; whatever no group names comes last, so that nothing it says is lost. */
export function supportGroups(metadata: Metadata): SupportGroup[] {
  const endpoints = Object.keys(metadata).filter(
    (name) => name === 'issuer' || name === 'jwks_uri' || name.includes('endpoint'),
  );
  const addresses = endpoints.filter((name) => textOf(metadata, name) !== undefined);
  const grouped: readonly (readonly [string, readonly string[]])[] = [['Endpoints', addresses], ...GROUPS];
  const named = new Set(grouped.flatMap(([, names]) => names));
  const rest = Object.keys(metadata).filter((name) => !named.has(name));
  return [...grouped, ['More', rest] as const]
    .map(([title, names]) => ({ title, rows: names.flatMap((name) => rowOf(metadata, name)) }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(metadata: Metadata, name: string): SupportRow[] {
  const value = metadata[name];
  if (value === undefined || value === null) return [];
  const list = listOf(metadata, name);
  if (list && (value as unknown[]).every((one) => typeof one !== 'object'))
    return [{ name, value: list.join(', ') || '(none)' }];
  if (typeof value === 'boolean') return [{ name, value: value ? 'yes' : 'no' }];
  return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}
