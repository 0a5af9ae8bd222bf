import type { JsonNode } from '../../ory/json/tree.ts';
import { UnreadJson } from '../../ory/json/unread.ts';
import { hideSecrets } from '../../ory/secrets/hidden.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { here, type Work } from './work.ts';

/** What it takes to hide what no file may hold. */
export interface Hiding extends Pick<Redactor, 'text' | 'learned'> {
  /** Where large documents are worked on; here, where this is missing. */
  readonly work?: Work;
}

/** A masked document without what only the redactor knows or recognises. @returns undefined where it can't be kept */
export async function hidden(tree: JsonNode, hiding: Hiding): Promise<JsonNode | undefined> {
  const { work = here } = hiding;
  if (!(tree instanceof UnreadJson)) return hideSecrets(tree, hiding);
  return work.run('hidden', { tree, learned: hiding.learned() });
}
