import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { getIdentity, updateIdentity } from '../../ory/operations/identities.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { textAt } from '../changes.ts';
import type { Undo } from '../kind.ts';
import { putBody } from './put-body.ts';

/** Credentials that `PUT /admin/identities/{id}` takes back as the server handed them out. */
const RESTORED: ReadonlySet<string> = new Set([
  'password',
  'oidc',
  'saml',
  'totp',
  'lookup_secret',
  'webauthn',
  'passkey',
]);

/**
 * Reads a credential with its hash or secrets, to be set again after it was deleted.
 * @param identifier which of several
 * @returns undefined where the server does not hand it out, or takes none of its type
 */
export async function undoCredential(
  client: OryClient,
  { id, type, identifier }: { readonly id: string; readonly type: string; readonly identifier?: string },
  call?: CallOptions,
): Promise<Undo | undefined> {
  if (!RESTORED.has(type)) return undefined;
  const { text } = await client.call(getIdentity, { id, include_credential: [type] }, call);
  const original = parseAnswer(text, 'identity');
  const all = childOf(childOf(childOf(original, 'credentials'), type), 'config');
  const config = all && identifier !== undefined ? onlyOf(all, identifier) : all;
  if (config?.kind !== 'object' || config.members.size === 0) return undefined;
  return {
    words: [l10n.t('Undo restores it.'), l10n.t('Undo restores them.')],
    original,
    async restore(again) {
      const now = parseAnswer((await client.call(getIdentity, { id }, again)).text, 'identity');
      const body = putBody(now);
      const credentials = objectOf({ [type]: objectOf({ config }) });
      const whole: JsonNode = {
        kind: 'object',
        members: new Map([...body.members, ['credentials', credentials]]),
      };
      await client.call(updateIdentity, { id, body: new RawBody(printJson(whole)) }, again);
      return { id };
    },
  };
}

/** Of several links to providers, the one with an identifier such as `google:1234`. */
function onlyOf(config: JsonNode, identifier: string): JsonNode | undefined {
  const providers = childOf(config, 'providers');
  if (providers?.kind !== 'array') return config;
  const items = providers.items.filter(
    (one) => `${textAt(one, 'provider') ?? ''}:${textAt(one, 'subject') ?? ''}` === identifier,
  );
  return items.length > 0 ? objectOf({ providers: { kind: 'array', items } }) : undefined;
}

const objectOf = (members: Readonly<Record<string, JsonNode>>): JsonNode => ({
  kind: 'object',
  members: new Map(Object.entries(members)),
});
