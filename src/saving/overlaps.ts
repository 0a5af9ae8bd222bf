import * as l10n from '@vscode/l10n';
import { nodeAt, pointerOf } from '../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../ory/json/tree.ts';
import type { Complaint } from './complaints.ts';
import type { Conflict } from './plan.ts';
import { placesInWords } from './words.ts';

/** Longer values are cut in a line. */
const LONGEST = 60;

/**
 * What is to be said of a conflict: at each place what stands there on the server, and that an Overwrite replaces it.
 * @param edited what was to be saved
 * @param theirs the server's copy, masked
 * @param where name of the connection
 */
export function conflictComplaints(
  { overlaps, hasBase }: Conflict,
  edited: JsonNode,
  theirs: JsonNode,
  where: string,
): readonly Complaint[] {
  const marks = overlaps.map(({ path, there }) => {
    const at = pointerOf(path);
    const words = valueWords(there && nodeAt(theirs, pointerOf(there)));
    const undoes = nodeAt(edited, at)
      ? l10n.t('Overwrite replaces that with yours')
      : l10n.t('Overwrite removes it there');
    // What was removed is marked at what it was removed from.
    const name = nodeAt(edited, at) ? 'this' : path.join('.');
    const message = hasBase
      ? l10n.t(
          '{0} has changed {1}, too, since it was read: {2}. {3}, and keeps what others changed elsewhere. Compare before you save.',
          where,
          name,
          words,
          undoes,
        )
      : l10n.t('On {0}, {1} differs: {2}. {3}.', where, name, words, undoes);
    return { at, message };
  });
  if (hasBase) return marks;
  const places = placesInWords(overlaps.map(({ path }) => path));
  const message = l10n.t(
    '{0} has another version by now, and it is not known what this text derives from. Overwrite replaces {1}. Compare before you save.',
    where,
    places,
  );
  return [{ at: '', message }, ...marks.filter(({ at }) => at !== '')];
}

/** What an Overwrite undoes, for the title of a comparison. */
export const undoneWords = ({ overlaps }: Conflict): string =>
  l10n.t('Overwrite replaces only {0}', placesInWords(overlaps.map(({ path }) => path)));

/** The same for places of which the server kept something else than was saved. @param sent masked */
export const otherwiseComplaints = (
  places: readonly (readonly string[])[],
  sent: JsonNode,
  where: string,
): readonly Complaint[] =>
  places.map((path) => {
    const value = nodeAt(sent, pointerOf(path));
    const text = value && printJson(value);
    const saved =
      text === undefined
        ? l10n.t('removed this')
        : text.length > LONGEST
          ? l10n.t('saved another')
          : l10n.t('saved {0}', text);
    return { at: pointerOf(path), message: l10n.t('You {0}; {1} keeps what stands here.', saved, where) };
  });

function valueWords(value: JsonNode | undefined): string {
  if (!value) return l10n.t('there it is gone');
  const text = printJson(value);
  return l10n.t('there it is {0}', text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
