import type { Connection } from '../../connections/model.ts';
import { confirmDestruction } from '../confirm.ts';
import { oneLine } from '../text.ts';
import type { Named } from '../target.ts';
import type { DeedHost } from './deed-host.ts';
import { type ManyDeeds, performAll } from './perform.ts';
import { listed } from './tell-done.ts';

/** Something that is lost, of one thing or of several. */
export interface Loss extends Pick<ManyDeeds<Named>, 'title' | 'couldnt' | 'lacks' | 'work' | 'onDone'> {
  readonly connection: Connection;
  readonly all: readonly Named[];
  /** Names the object and the connection. */
  readonly question: string;
  readonly consequence: string;
  /** The button. */
  readonly verb: string;
  /** What one types on a production connection. */
  readonly name: string;
}

/**
 * Asks once for all, then does it one after the other.
 * @returns those that went well; none where the person thought better of it
 */
export async function destroyAll(host: DeedHost, loss: Loss): Promise<readonly Named[]> {
  const { question, consequence, verb, name, connection, all } = loss;
  const sure = await confirmDestruction({
    question: oneLine(question),
    consequence: listed(all) + consequence,
    verb,
    name: oneLine(name),
    connection,
  });
  return sure ? performAll(host, { ...loss, nameOf: (one) => one.name }) : [];
}
