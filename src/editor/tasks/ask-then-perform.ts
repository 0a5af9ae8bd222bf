import type { Connection } from '../../connections/model.ts';
import { enter, type GateEffect } from '../door/gate.ts';
import { oneLine } from '../text.ts';
import type { Named } from '../named.ts';
import type { TaskHost } from './task-host.ts';
import { type ManyTasks, performAll } from './perform.ts';
import { listed } from './tell-done.ts';

/** Something that is done to one thing or to several, and that people are asked about as its effect wants. */
export interface AskedTask extends Pick<ManyTasks<Named>, 'title' | 'couldnt' | 'lacks' | 'work'> {
  readonly connection: Connection;
  readonly all: readonly Named[];
  /** `destroys`, where it is left out. */
  readonly effect?: GateEffect;
  /** Names the object and the connection. */
  readonly question: string;
  readonly consequence: string;
  /** The button. */
  readonly verb: string;
  /** What one types on a production connection. */
  readonly name: string;
  /** One types the name on every connection. */
  readonly always?: boolean;
}

/**
 * Asks once for all, then does it one after the other.
 * @returns those that went well; none where the person thought better of it
 */
export async function askThenPerform(host: TaskHost, task: AskedTask): Promise<readonly Named[]> {
  const { question, consequence, verb, name, connection, all, effect = 'destroys', always = false } = task;
  const sure = await enter(host, {
    connection,
    effect,
    count: all.length,
    question: oneLine(question),
    consequence: listed(all) + consequence,
    verb,
    name: oneLine(name),
    always,
  });
  return sure ? performAll(host, { ...task, nameOf: (one) => one.name }) : [];
}
