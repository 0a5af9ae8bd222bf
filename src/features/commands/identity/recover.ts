import * as l10n from '@vscode/l10n';
import { showOnce, type ShownSecret } from '../../../editor/show-once.ts';
import type { CallOptions, OryClient } from '../../../ory/client.ts';
import { whenFact } from '../../../kinds/row.ts';
import type { Actions } from '../command-host.ts';
import { askLifespan } from './ask-lifespan.ts';
import { chooseOne } from '../../../editor/target.ts';
import { perform } from '../../../editor/tasks/perform.ts';

interface Recovery {
  readonly secrets: readonly ShownSecret[];
  readonly expires: string | undefined;
}

export interface RecoverySort {
  /** "recovery code". */
  readonly noun: string;
  /** "Create Recovery Code". */
  readonly title: string;
  readonly create: (
    client: OryClient,
    body: { identity_id: string; expires_in?: string },
    call: CallOptions,
  ) => Promise<Recovery>;
}

/** Has the server make something with which an identity gets back in, and shows it once. */
export async function recover(
  actions: Actions,
  args: readonly unknown[],
  { noun, title, create }: RecoverySort,
): Promise<void> {
  const { container } = actions;
  const chosen = await chooseOne(actions, args, {
    kind: 'identities',
    writes: true,
    title,
  });
  if (!chosen) return;
  const { connection, one } = chosen;
  const lifespan = await askLifespan(l10n.t('{0} for {1} · {2}', title, one.name, connection.name));
  if (lifespan === undefined) return;
  const body = { identity_id: one.id, ...(lifespan ? { expires_in: lifespan } : {}) };
  const made = await perform(
    container,
    {
      connection,
      title: l10n.t('Creating a {0} for {1}', noun, one.name),
      couldnt: l10n.t('create a {0} for {1}', noun, one.name),
      lacks: `${noun}s`,
    },
    (client, call) => create(client, body, call),
  );
  if (!made) return;
  const { secrets, expires } = made.value;
  for (const { value } of secrets) container.redactor.learn(value);
  const until = expires ? l10n.t('It expires {0}. ', whenFact(expires)) : '';
  const remark = l10n.t('{0}Whoever has it gets into this account.', until);
  const capital = noun[0]?.toUpperCase() ?? '';
  await showOnce(`${capital}${noun.slice(1)} of ${one.name} (${connection.name})`, secrets, remark);
}
