import * as l10n from '@vscode/l10n';
import { OryError } from '../ory/errors.ts';
import { childOf } from '../ory/json/pointer.ts';
import { type JsonNode, printJson } from '../ory/json/tree.ts';
import { parseAnswer } from '../ory/parse-answer.ts';
import { textAt } from './changes.ts';

/**
 * One resource of the answer that lists it, where the API reads none alone.
 * @param text the answer: a list, or an object that holds one under `member`
 * @returns the resource, as the server wrote it
 * @throws {OryError} with status 404 where it isn't listed
 */
export function findListed(text: string, id: string, noun: string, member?: string): string {
  const answer = parseAnswer(text, noun);
  const list: JsonNode | undefined = member === undefined ? answer : childOf(answer, member);
  const found = (list?.kind === 'array' ? list.items : []).find((item) => textAt(item, 'id') === id);
  if (found) return printJson(found);
  throw new OryError('refused', l10n.t('There is no {0} with the ID {1}.', noun, id), { status: 404 });
}
