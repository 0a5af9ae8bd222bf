import * as vscode from 'vscode';
import { type Connection, hasService } from '../../../connections/model.ts';
import type { Container } from '../../../container.ts';
import { requireConnection } from '../../../editor/require-connection.ts';
import { withPatience } from '../../../editor/patience.ts';
import { listIdentitySchemas } from '../../../ory/operations/schemas.ts';
import { collect } from '../../../ory/paging.ts';
import { identityKind } from '../../../kinds/identity/identity.ts';
import { openNew } from './open-new.ts';

/** A new identity from a template of its schema, which is asked for where there are several. */
export async function run(container: Container): Promise<void> {
  const connection = await requireConnection(container, {
    service: identityKind.service,
    writes: true,
  });
  if (!connection) return;
  const ids = await schemasOf(container, connection);
  const [only, another] = ids;
  if (another === undefined) return openNew(connection, identityKind, only);
  const chosen = await vscode.window.showQuickPick([...ids], {
    title: vscode.l10n.t('New identity on {0}', connection.name),
    placeHolder: vscode.l10n.t('Its schema'),
  });
  if (chosen !== undefined) await openNew(connection, identityKind, chosen);
}

/** Ids of the identity schemas; none where they can't be read: the template works without. */
async function schemasOf(container: Container, connection: Connection): Promise<readonly string[]> {
  if (!hasService(connection, 'kratos-public')) return [];
  const client = await container.client(connection);
  try {
    const schemas = await withPatience(
      vscode.l10n.t('Reading identity schemas from {0}', connection.name),
      (call) => collect(client, listIdentitySchemas, {}, call),
    );
    return schemas.map((schema) => schema.id);
  } catch (error) {
    container.log.warn(container.redactor.text(`Identity schemas of ${connection.id}: ${String(error)}`));
    return [];
  }
}
