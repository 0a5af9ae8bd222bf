import { release } from 'node:os';
import * as vscode from 'vscode';
import { serviceName } from '../../../connections/endpoints.ts';
import type { Connection } from '../../../connections/model.ts';
import { openOutside } from '../../../editor/open-outside.ts';
import { remoteKind } from '../../../editor/this-machine.ts';
import type { Container } from '../../../container.ts';
import { isOryError } from '../../../ory/errors.ts';
import { getVersion } from '../../../ory/operations/meta.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { issueUrl, reportText } from '../report.ts';

const VERSIONS_MS = 3000;

interface Manifest {
  readonly version: string;
  readonly bugs: { readonly url: string };
}

/** Gathers versions, shows what would be sent, and opens the page for it; the person may change every word there. */
export async function run(container: Container): Promise<void> {
  const { version, bugs } = container.context.extension.packageJSON as Manifest;
  const { connections } = container;
  const text = reportText({
    extension: version,
    editor: `${vscode.env.appName} ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}`,
    system: vscode.l10n.t(
      '{0} {1} {2}, Node {3}',
      process.platform,
      release(),
      process.arch,
      process.versions.node,
    ),
    remote: remoteKind(),
    connections: connections.all,
    servers: await versionsOf(container, connections.active),
  });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document);
  const open = vscode.l10n.t('Open GitHub');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This is what the report holds: versions and counts, no names, addresses or keys. Change it as you like, then open it on GitHub.',
    ),
    open,
  );
  if (chosen !== open) return;
  const body = container.redactor.text(document.getText());
  await openOutside(issueUrl(bugs.url, body));
}

/** What the active connection's own servers tell in a moment. */
async function versionsOf(container: Container, connection: Connection | undefined): Promise<string[]> {
  if (connection?.type !== 'self-hosted') return [];
  const client = await container.client(connection);
  const admin = (Object.keys(connection.addresses) as Service[]).filter(
    (service) => service.endsWith('-admin') || service === 'keto-read',
  );
  const told = await Promise.all(
    admin.map(async (service) => {
      try {
        const { data } = await client.call(
          getVersion(service),
          {},
          { signal: AbortSignal.timeout(VERSIONS_MS) },
        );
        return data.version ? `${serviceName(service)} ${data.version}` : [];
      } catch (error) {
        if (isOryError(error)) return [];
        throw error;
      }
    }),
  );
  return told.flat();
}
