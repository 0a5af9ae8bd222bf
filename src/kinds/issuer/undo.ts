import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { getJsonWebKey, PRIVATE_KEY_MEMBERS } from '../../ory/operations/keys.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import {
  getTrustedOAuth2JwtGrantIssuer,
  trustOAuth2JwtGrantIssuer,
} from '../../ory/operations/trusted-issuers.ts';
import { textAt } from '../changes.ts';
import type { Undo } from '../kind.ts';
import { dropMembers, pickMembers } from '../pick-members.ts';

/** Reads a trusted issuer with its key, which goes with it, to trust it again. */
export async function undoIssuer(
  client: OryClient,
  id: string,
  call?: CallOptions,
): Promise<Undo | undefined> {
  const original = parseAnswer(
    (await client.call(getTrustedOAuth2JwtGrantIssuer, { id }, call)).text,
    l10n.t('trusted issuer'),
  );
  const set = textAt(original, 'public_key', 'set');
  const kid = textAt(original, 'public_key', 'kid');
  if (set === undefined || kid === undefined) return undefined;
  const keys = childOf(
    parseAnswer((await client.call(getJsonWebKey, { set, kid }, call)).text, 'key'),
    'keys',
  );
  const key = keys?.kind === 'array' ? keys.items[0] : undefined;
  if (!key) return undefined;
  return {
    words: [l10n.t('Undo trusts it again, with a new ID.'), l10n.t('Undo trusts them again, with new IDs.')],
    original,
    async restore(again) {
      const body = new RawBody(printJson(bodyOf(original, key)));
      return { id: (await client.call(trustOAuth2JwtGrantIssuer, { body }, again)).data.id ?? '' };
    },
  };
}

function bodyOf(original: JsonNode, key: JsonNode): JsonNode {
  const anySubject = childOf(original, 'allow_any_subject');
  const any = anySubject?.kind === 'literal' && anySubject.value === true;
  // Either any subject or one: the servers refuse both.
  const body = pickMembers(original, [
    'issuer',
    any ? 'allow_any_subject' : 'subject',
    'scope',
    'expires_at',
  ]);
  const jwk = dropMembers(key, PRIVATE_KEY_MEMBERS);
  return {
    kind: 'object',
    members: new Map([...(body.kind === 'object' ? body.members : []), ['jwk', jwk]]),
  };
}
