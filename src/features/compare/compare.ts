import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { withPatience } from '../../editor/patience.ts';
import { withoutLinks } from '../../editor/text.ts';
import { hasStatus } from '../../ory/errors.ts';
import { asProject, isWholeProject, serviceOfFile } from '../../kinds/compare/service-file.ts';
import { PROJECT_SERVICES, type ProjectService, SERVICE_FILES } from '../../kinds/project/services.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { Comparison, Comparisons } from './comparisons.ts';
import { chooseOther } from './choose-other.ts';
import { type Copy, type OnServer, readCopy, readFileCopy } from './copy.ts';
import type { Other } from './pick-other.ts';

/** What the commands of this feature get. */
export interface Compare {
  readonly container: Container;
  readonly comparisons: Comparisons;
}

/** Reads both and shows them side by side; a failure is told. */
export async function compareWith(compare: Compare, one: OnServer, other: Other): Promise<void> {
  const { container, comparisons } = compare;
  try {
    const comparison =
      other.is === 'file'
        ? await withFile(container, one, other.file)
        : await withResource(container, one, other.resource);
    if (comparison) await comparisons.show(comparison);
  } catch (error) {
    if (other.is === 'resource' && other.sameId && hasStatus(error, 404)) {
      await offerAnother(compare, one, other.resource);
      return;
    }
    const { connection } = other.is === 'resource' ? other.resource : one;
    const doing = vscode.l10n.t('Couldn’t compare {0}', withoutLinks(one.name));
    await container.tell(error, { doing, connection, retry: () => compareWith(compare, one, other) });
  }
}

/** Reads a resource, with a word when it takes long. @throws {OryError} */
export async function readNow(container: Container, one: OnServer): Promise<Copy> {
  const client = await container.client(one.connection);
  const title = vscode.l10n.t('Reading {0} from {1}', one.name, one.connection.name);
  return withPatience(title, (call) => readCopy(client, one, call));
}

async function withResource(container: Container, one: OnServer, other: OnServer): Promise<Comparison> {
  const [left, right] = await Promise.all([readNow(container, one), readNow(container, other)]);
  return { kind: KINDS[one.ref.kind], left, right };
}

/** The file of a self-hosted server holds the configuration of one service of a project. */
async function withFile(
  container: Container,
  one: OnServer,
  file: vscode.Uri,
): Promise<Comparison | undefined> {
  const kind = KINDS[one.ref.kind];
  const right = await readFileCopy(file);
  if (kind.id !== 'projects' || isWholeProject(right.raw)) {
    return { kind, left: await readNow(container, one), right };
  }
  const service = serviceOfFile(file.path) ?? (await askService(right.title));
  if (!service) return undefined;
  const left = await readNow(container, one);
  return { kind, left, right: { ...right, raw: asProject(service, right.raw) }, service };
}

async function askService(file: string): Promise<ProjectService | undefined> {
  const chosen = await vscode.window.showQuickPick(
    PROJECT_SERVICES.map((service) => ({ label: service, description: SERVICE_FILES[service], service })),
    {
      title: vscode.l10n.t('Compare with {0}', file),
      placeHolder: vscode.l10n.t('Which service does it configure?'),
    },
  );
  return chosen?.service;
}

/** Servers of different people give the same person different ids. */
async function offerAnother(compare: Compare, one: OnServer, missing: OnServer): Promise<void> {
  const kind = KINDS[one.ref.kind];
  const look = vscode.l10n.t('Look for Another…');
  const words = vscode.l10n.t(
    '{0} has no {1} with the {2} {3}.',
    missing.connection.name,
    kind.noun,
    kind.idName,
    missing.ref.id,
  );
  if ((await vscode.window.showInformationMessage(withoutLinks(words), look)) !== look) return;
  const typed = kind.listings[0]?.search ? one.name : '';
  const resource = await chooseOther(compare.container, kind, missing.connection, typed);
  if (resource) await compareWith(compare, one, { is: 'resource', resource });
}
