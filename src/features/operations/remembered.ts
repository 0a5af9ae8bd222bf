import type { Memento } from 'vscode';
import type { Operation } from '../../ory/operations/operation.ts';
import type { Redactor } from '../../ory/secrets/redactor.ts';
import { type RunInput, withoutSecrets } from '../../ory/runner/run-input.ts';

const KEY = 'ory.operationInputs';
/** Operations that are remembered for a connection; the one unused for longest is forgotten. */
const MAXIMUM = 40;

type Remembered = Readonly<Record<string, readonly (readonly [operation: string, input: RunInput])[]>>;

/** The last inputs of a connection, without any secret, the newest first. They outlive the window. */
export const rememberedOf = (state: Memento, connection: string): readonly (readonly [string, RunInput])[] =>
  state.get<Remembered>(KEY, {})[connection] ?? [];

/** What an operation was last run with on a connection. */
export const lastInput = (state: Memento, connection: string, operation: string): RunInput =>
  rememberedOf(state, connection).find(([id]) => id === operation)?.[1] ?? { values: {} };

/** Remembers an input for the next time, without its secrets. */
export async function remember(
  state: Memento,
  connection: string,
  operation: Operation,
  input: RunInput,
  redactor: Redactor,
): Promise<void> {
  const others = rememberedOf(state, connection).filter(([id]) => id !== operation.id);
  const all = [[operation.id, withoutSecrets(operation, input, redactor)] as const, ...others].slice(
    0,
    MAXIMUM,
  );
  await state.update(KEY, { ...state.get<Remembered>(KEY, {}), [connection]: all });
}
