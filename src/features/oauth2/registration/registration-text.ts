import * as l10n from '@vscode/l10n';
/** What a new registration begins with. */
export const TEMPLATE = `${JSON.stringify(
  {
    client_name: l10n.t('My app'),
    redirect_uris: ['http://127.0.0.1:3000/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: 'openid offline_access',
    token_endpoint_auth_method: 'client_secret_basic',
  },
  null,
  2,
)}
`;

/** What the server sets by itself, and what is a secret: neither is edited, nor sent back. */
const NOT_EDITED = [
  'client_id',
  'client_secret',
  'client_secret_expires_at',
  'registration_access_token',
  'registration_client_uri',
  'created_at',
  'updated_at',
];

/** A client's JSON without what can't be edited; its metadata are for administrators, and refused from anybody else. */
export const editableText = (text: string): string =>
  `${JSON.stringify(without(JSON.parse(text) as Record<string, unknown>, 'metadata'), null, 2)}\n`;

/**
 * What is sent for a text that a person edited.
 * @throws {Error} where it is no JSON object
 */
export function sentText(text: string, id: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`This is no valid JSON: ${(error as Error).message}.`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('A client is a JSON object: { … }.');
  return JSON.stringify({ ...without(value as Record<string, unknown>), ...(id ? { client_id: id } : {}) });
}

const without = (client: Record<string, unknown>, ...more: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(client).filter(([name]) => ![...NOT_EDITED, ...more].includes(name)));

/** Names of what differs between two clients; answers to a write say null where those to a read have an empty list. */
export function changedNames(before: string, after: string): string[] {
  const [one, other] = [before, after].map((text) => JSON.parse(text) as Record<string, unknown>);
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => plain(one?.[name]) !== plain(other?.[name]));
}

const plain = (value: unknown): string => {
  const text = JSON.stringify(value ?? null);
  return ['[]', '{}', '""'].includes(text) ? 'null' : text;
};
