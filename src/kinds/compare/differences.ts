import * as l10n from '@vscode/l10n';
import { applyChanges, type Change, diffJson, patchDocument } from '../../ory/json/diff.ts';
import { nodeAt, pointerOf } from '../../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../ory/json/tree.ts';
import { isMask, maskJson } from '../../ory/secrets/mask.ts';
import type { Kind } from '../kind.ts';
import { comparable } from './comparable.ts';

/** One place at which two copies differ, and what brings the first one in line with the second. */
export interface Difference {
  /** Unmasked: it may hold a secret. */
  readonly change: Change;
  /** Its value masked, as it may be shown. */
  readonly shown: Change;
  /** "services.identity.config.session.lifespan". */
  readonly place: string;
  /** "72h0m0s → 24h0m0s", "not there → true"; no secret is in it. */
  readonly words: string;
  /** A secret is taken over with it. */
  readonly secret: boolean;
}

/**
 * What it takes to bring a copy in line with another, place by place. Lists are taken over as a whole. Differences whose
 * value is a mask (of a file that was saved from a document) can't be taken over and are left out.
 * @param target unmasked, as is `source`
 */
export function differences(kind: Kind, target: JsonNode, source: JsonNode): readonly Difference[] {
  const before = comparable(kind, target);
  const after = comparable(kind, source);
  const maskedBefore = maskJson(before, kind.secrets);
  const maskedAfter = maskJson(after, kind.secrets);
  return diffJson(before, after)
    .filter(({ value }) => !value || !holdsMask(value))
    .map((change) => {
      const pointer = pointerOf(change.path);
      const was = nodeAt(maskedBefore, pointer);
      const will = change.value && nodeAt(maskedAfter, pointer);
      return {
        change,
        shown: will ? { ...change, value: will } : change,
        place: change.path.join('.'),
        words: `${short(was)} → ${short(will)}`,
        secret: will !== undefined && holdsMask(will),
      };
    });
}

/** A copy of the target with chosen differences taken over; unmasked. */
export const withDifferences = (target: JsonNode, chosen: readonly Difference[]): JsonNode =>
  applyChanges(
    target,
    chosen.map(({ change }) => change),
  );

/** The JSON Patch that chosen differences come to, masked, as a text for people. */
export const patchText = (chosen: readonly Difference[]): string =>
  `${printJson(patchDocument(chosen.map(({ shown }) => shown)), 2)}\n`;

export function holdsMask(node: JsonNode): boolean {
  if (node.kind === 'object') return [...node.members.values()].some(holdsMask);
  return node.kind === 'array' ? node.items.some(holdsMask) : isMask(node);
}

const LONG = 48;

/** A value in a few words: scalars as they are, else how much there is. */
function short(node: JsonNode | undefined): string {
  if (!node) return l10n.t('not there');
  if (isMask(node)) return 'a secret';
  const whole = node.kind === 'string' && node.value !== '' ? node.value : printJson(node);
  if (whole.length <= LONG) return whole;
  if (node.kind === 'array') return `${node.items.length} ${node.items.length === 1 ? 'item' : 'items'}`;
  if (node.kind === 'object')
    return `${node.members.size} ${node.members.size === 1 ? 'setting' : 'settings'}`;
  return `${Array.from(whole).slice(0, LONG).join('')}…`;
}
