import * as l10n from '@vscode/l10n';
import { enter } from '../../editor/door/gate.ts';
import { withPatience } from '../../editor/patience.ts';
import { oneLine, withoutLinks } from '../../editor/text.ts';
import { parseJson } from '../../ory/json/tree.ts';
import { isGiven } from '../../ory/runner/run-input.ts';
import { kindOfParameter } from '../../kinds/kinds-in-operations.ts';
import { KINDS } from '../../kinds/kinds.ts';
import { offersFor } from './offers.ts';
import type { Operations } from './operations.ts';
import type { Run } from './run.ts';

/** Milliseconds that finding a name may take: the id says it, too. */
const PATIENCE = 3000;

/**
 * Lets a run through: asks before something is lost, and before any change of a production connection, naming the object
 * as people call it, and the connection.
 */
export async function confirmRun(operations: Operations, run: Run): Promise<boolean> {
  const { operation, connection, input } = run;
  const destroys = operation.effect === 'destroy';
  const asks = destroys || connection.production;
  const given = Object.entries(operation.parameters)
    .filter(([name, { secret }]) => !secret && isGiven(input.values[name]))
    .map(([name]) => ({ name, value: String(input.values[name]) }));
  const main = given.find(({ name }) => kindOfParameter(operation, name)) ?? given[0];
  const name = main && asks ? oneLine(await nameOf(operations, run, main.name, main.value)) : undefined;
  const rest = given.filter((one) => one !== main || name !== one.value);
  const details = rest.map(({ name: parameter, value }) => `${parameter}: ${oneLine(value)}`).join(', ');
  return enter(operations.container, {
    effect: destroys ? 'destroys' : 'locks out',
    question: l10n.t('Run {0}{1} on {2}?', operation.id, name ? ` for ${name}` : '', connection.name),
    consequence: operations.container.redactor.value(
      `${operation.summary}${destroys ? l10n.t(' It can’t be undone.') : ''}${details ? ` (${details})` : ''}`,
    ),
    verb: l10n.t('Run'),
    name: name ?? operation.id,
    connection,
    always: operation.confirmedByName ?? false,
  });
}

/** What people call the resource with an id: as it stands in a tab or an answer, else as the server tells; or the id. */
async function nameOf(operations: Operations, run: Run, parameter: string, id: string): Promise<string> {
  const { operation, connection } = run;
  const kind = kindOfParameter(operation, parameter);
  if (!kind) return id;
  // A project's name is typed before everything is lost: it is not taken from what may be old, or a connection's name.
  const offers = kind === 'projects' ? [] : offersFor(connection, operation, parameter, operations.answers);
  const known = offers.find(({ value, name }) => value === id && name !== id);
  if (known) return known.name;
  try {
    const client = await operations.container.client(connection);
    const title = l10n.t('Looking up {0} on {1}', withoutLinks(id), withoutLinks(connection.name));
    const text = await withPatience(title, ({ signal }) =>
      KINDS[kind].read(client, id, {
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
      }),
    );
    return KINDS[kind].nameOf(parseJson(text), id);
  } catch {
    return id;
  }
}
