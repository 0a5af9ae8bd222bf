import { hostname } from 'node:os';
import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import type { Connection, NetworkConnection, WorkspaceConnection } from '../../../connections/model.ts';
import { isSlug } from '../../../connections/parse.ts';
import type { Container } from '../../../container.ts';
import { withoutLinks } from '../../../editor/text.ts';
import { BACK, CANCELLED, runWizard, type Step } from '../../../editor/wizard.ts';
import { pickOne } from '../../../editor/wizard-pick.ts';
import { createProjectApiKey, deleteProjectApiKey } from '../../../ory/operations/projects.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { keep } from '../keep.ts';
import { learner } from '../learn.ts';
import { askFlags } from '../steps/finish.ts';
import { askProjectKey } from '../steps/key.ts';
import { projectAddress } from '../steps/network.ts';
import { transportOf } from '../transport-settings.ts';
import type { RemoteProject } from './pick-project.ts';

/** The connection that a project was opened as before. */
export const connectionOfProject = (
  connections: readonly Connection[],
  project: RemoteProject,
): NetworkConnection | undefined =>
  connections.find(
    (one): one is NetworkConnection =>
      one.type === 'network' && (one.projectId === project.id || one.slug === project.slug),
  );

interface Opening extends Draft {
  readonly make: boolean;
}

/** Adds a connection for a project. A key that is made for it is remembered by its id, so that it can be removed. */
export async function addProject(
  container: Container,
  workspace: WorkspaceConnection,
  project: RemoteProject,
): Promise<void> {
  if (!isSlug(project.slug)) {
    // The key would be shown to whatever host the text makes of the address.
    const message = vscode.l10n.t(
      'The console gives {0} the slug “{1}”, which is none: it can’t be opened.',
      project.name,
      project.slug,
    );
    void vscode.window.showErrorMessage(withoutLinks(message));
    return;
  }
  const start: Opening = {
    ...emptyDraft('network'),
    name: project.name,
    scope: workspace.scope,
    slug: project.slug,
    projectId: project.id,
    workspace: workspace.id,
    consoleUrl: workspace.consoleUrl,
    readOnly: workspace.readOnly,
    production: workspace.production,
    // A project is reached as its workspace is; else the workspace's key, which it borrows, would go another way.
    ...wayOf(workspace),
    make: false,
  };
  const opening = await runWizard(
    vscode.l10n.t('Open {0}', project.name),
    steps(container, workspace, project),
    start,
  );
  if (opening === BACK || opening === CANCELLED) return;
  if (!opening.make) {
    await lendProxyPassword(container, workspace, await keep(container, opening));
    return;
  }
  const made = await makeKey(container, workspace, project);
  if (!made) return;
  try {
    const connection = await keep(container, { ...opening, key: made.key });
    await lendProxyPassword(container, workspace, connection);
    const origin = originOf(projectAddress(project.slug));
    await container.secrets.store(connection, origin, 'project-key-id', made.id);
  } catch (error) {
    // Where the connection stands, its key is in use.
    if (connectionOfProject(container.connections.all, project)) throw error;
    await takeBack(container, workspace, project, made, error);
  }
}

/** The same proxy asks for the same password. */
async function lendProxyPassword(
  { secrets }: Container,
  workspace: WorkspaceConnection,
  connection: Connection,
): Promise<void> {
  if (!workspace.proxy || workspace.proxy !== connection.proxy) return;
  const password = await secrets.get(workspace, workspace.proxy, 'proxy-authorization');
  if (password) await secrets.store(connection, workspace.proxy, 'proxy-authorization', password);
}

const wayOf = ({ caFile = '', certFile, keyFile, proxy }: WorkspaceConnection) => ({
  caFile,
  ...(certFile ? { certFile } : {}),
  ...(keyFile ? { keyFile } : {}),
  ...(proxy ? { proxy } : {}),
});

function steps(
  container: Container,
  workspace: WorkspaceConnection,
  project: RemoteProject,
): Step<Opening>[] {
  return [
    {
      // Making a key is a write.
      applies: () => !workspace.readOnly,
      ask: async (opening, place) => {
        const make = await pickOne<boolean>(place, {
          placeholder: vscode.l10n.t(
            'A workspace’s key does not open its projects: each takes a key of its own.',
          ),
          active: opening.make,
          items: [
            { label: vscode.l10n.t('$(key) Enter an API key of the project'), value: false },
            {
              label: vscode.l10n.t('$(sparkle) Make an API key for the project'),
              description: vscode.l10n.t(
                '“{0}”, with the workspace’s key; signing out offers to remove it',
                keyName(),
              ),
              value: true,
            },
          ],
        });
        return make === BACK || make === CANCELLED ? make : { ...opening, make };
      },
    },
    {
      applies: (opening) => !opening.make,
      ask: async (opening, place) => {
        const key = await askProjectKey(place, {
          where: project.name,
          baseUrl: projectAddress(project.slug),
          value: opening.key,
          reached: workspace,
          learn: learner(container),
          settings: await transportOf(container.secrets, workspace),
        });
        return key === BACK || key === CANCELLED ? key : { ...opening, key };
      },
    },
    {
      ask: async (opening, place) => {
        const flags = await askFlags(place, opening);
        return flags === BACK || flags === CANCELLED ? flags : { ...opening, ...flags };
      },
    },
  ];
}

interface MadeKey {
  readonly key: string;
  readonly id: string;
}

const keyName = (): string => vscode.l10n.t('Ory Explorer on {0}', hostname());

async function makeKey(
  container: Container,
  workspace: WorkspaceConnection,
  project: RemoteProject,
): Promise<MadeKey | undefined> {
  try {
    const client = await container.client(workspace);
    const input = { project: project.id, body: { name: keyName() } };
    const { data } = await client.call(createProjectApiKey, input, { write: { own: true } });
    if (!data.value) throw new Error('the answer holds no key');
    container.redactor.learn(data.value);
    return { key: data.value, id: data.id };
  } catch (error) {
    await container.tell(error, {
      doing: vscode.l10n.t('Couldn’t make an API key for {0}', project.name),
      connection: workspace,
    });
    return undefined;
  }
}

/** Removes a key at the server that could not be kept here, and tells what became of it. */
async function takeBack(
  container: Container,
  workspace: WorkspaceConnection,
  project: RemoteProject,
  { id }: MadeKey,
  error: unknown,
): Promise<void> {
  const removed = await container
    .client(workspace)
    .then((client) =>
      client.call(deleteProjectApiKey, { project: project.id, token_id: id }, { write: { own: true } }),
    )
    .then(
      () => vscode.l10n.t('was removed again'),
      () => vscode.l10n.t('is still there: remove “{0}” in the console', keyName()),
    );
  const doing = vscode.l10n.t(
    'Couldn’t keep the connection to {0}; the API key that was made for it {1}',
    project.name,
    removed,
  );
  await container.tell(error, { doing, connection: workspace });
}
