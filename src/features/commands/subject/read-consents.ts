import * as l10n from '@vscode/l10n';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import type { Actions } from '../command-host.ts';
import { consentsOf } from './subject.ts';

/**
 * Reads what a subject granted to whom, and tells where that fails.
 * @param name what people call the subject
 * @returns undefined where it could not be read or was cancelled
 */
export async function readConsents(
  { container }: Actions,
  {
    connection,
    subject,
    name,
  }: { readonly connection: Connection; readonly subject: string; readonly name: string },
) {
  const read = await perform(
    container,
    {
      connection,
      title: l10n.t('Reading what {0} granted', name),
      couldnt: l10n.t('read what {0} granted', name),
      lacks: l10n.t('listing consents'),
    },
    (client, call) => consentsOf(client, subject, call),
  );
  return read?.value;
}
