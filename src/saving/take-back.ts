import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient, Write } from '../ory/client.ts';
import { hasStatus, isOryError, OryError } from '../ory/errors.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import { parseAnswer } from '../ory/parse-answer.ts';
import { maskJson } from '../ory/secrets/mask.ts';
import { sameContent } from '../kinds/changes.ts';
import { undoCredential } from '../kinds/identity/undo-credential.ts';
import type { Kind, Undo } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { aboutTo } from '../kinds/touched.ts';
import { putBack } from './history/put-back.ts';
import { placesInWords } from './words.ts';

/** A resource as it is before a write, with what it takes to undo that. Unmasked: it stays in memory. */
export interface Before {
  readonly kind: Kind;
  readonly id: string;
  /** Whether the write deletes it as a whole. */
  readonly isEnd: boolean;
  readonly document?: JsonNode | undefined;
  readonly undo?: Undo | undefined;
}

/**
 * Reads what a write is about to change. What can't be read is written to all the same: only there is no way back then.
 * @throws {OryError} where the server is not there at all, or the person cancels: nothing was sent then
 */
export async function readBefore(write: Write, call: CallOptions): Promise<Before | undefined> {
  const { operation, values, client } = write;
  const target = aboutTo(write);
  const kind = target && KINDS[target.kind];
  if (!kind) return undefined;
  const { id } = target;
  const before = { kind, id, isEnd: target.what === 'deleted' };
  try {
    if (before.isEnd) {
      const undo = await kind.removing?.undo?.(client, id, call);
      return { ...before, undo, document: undo?.original };
    }
    if (!kind.writing) return before;
    const document = call.write?.before ?? parseAnswer(await kind.read(client, id, call), kind.noun);
    const undo =
      operation.id === 'deleteIdentityCredentials'
        ? await undoCredential(client, credentialOf(id, values), call).catch(unlessOver)
        : undefined;
    return { ...before, undo, document };
  } catch (error) {
    unlessOver(error);
    return before;
  }
}

/** @throws the error, where whoever comes next would meet the same */
function unlessOver(error: unknown): undefined {
  if (isOryError(error, 'cancelled', 'unreachable', 'no-service', 'no-credential')) throw error;
  return undefined;
}

const credentialOf = (id: string, { type, identifier }: Write['values']) => ({
  id,
  type: String(type),
  ...(typeof identifier === 'string' ? { identifier } : {}),
});

/**
 * How a write is taken back by writing the resource as it was.
 * @param after what the write made of it
 * @returns undefined where there is nothing to take back
 */
export function undoTo(
  { kind, id, document: before }: Before,
  after: JsonNode,
  client: OryClient,
): Undo | undefined {
  const { writing } = kind;
  if (!writing || !before || sameContent(kind, after, putBack(kind, after, before).document))
    return undefined;
  return {
    words: ['', ''],
    original: before,
    async restore(call) {
      const now = await readOr(kind, client, id, call);
      if (!sameContent(kind, now, after)) {
        throw new OryError(
          'refused',
          l10n.t('It was changed since then: “Ory: Show History…” puts parts of it back'),
        );
      }
      const edited = putBack(kind, now, before).document;
      await writing.save(client, { id, opened: now, edited, fresh: now }, call);
      return { id };
    },
  };
}

/** The server's copy; of a kind that a write makes anew, an empty one where it is gone. */
export async function readOr(
  kind: Kind,
  client: OryClient,
  id: string,
  call?: CallOptions,
): Promise<JsonNode> {
  try {
    return parseAnswer(await kind.read(client, id, call), kind.noun);
  } catch (error) {
    if (kind.writing?.missing && hasStatus(error, 404)) return kind.writing.missing;
    throw error;
  }
}

/** What a write took away that no version in the history can bring back, in words; empty where there is nothing. */
export function goneWith({ operation, values }: Write, { kind, document }: Before, after: JsonNode): string {
  switch (operation.id) {
    case 'deleteIdentityCredentials':
      return l10n.t('the {0} credential', String(values.type));
    case 'deleteIdentitySessions':
      return l10n.t('the sessions');
    case 'rotateOAuth2ClientSecret':
      return '';
    case 'deleteRotatedOAuth2ClientSecrets':
      return l10n.t('the old client secrets');
    default: {
      if (!document) return '';
      const { lost } = putBack(kind, maskJson(after, kind.secrets), maskJson(document, kind.secrets));
      if (lost.length === 0) return '';
      return kind.id === 'keys'
        ? l10n.t('the private keys of {0}', placesInWords(lost.map((path) => path.slice(-1))))
        : l10n.t('the secrets of {0}', placesInWords(lost));
    }
  }
}
