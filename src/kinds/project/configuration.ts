import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { childOf } from '../../ory/json/pointer.ts';
import { equalJson, type JsonNode, printJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import { getProject } from '../../ory/operations/projects.ts';
import type { Edit, Kind } from '../kind.ts';
import { FieldError } from '../save-error.ts';
import { placeOf } from './configuration-id.ts';
import { projectKind } from './project.ts';
import { SERVICE_FILES } from './services.ts';

/** A project's configuration changed between two reads of one save. */
class Moved extends Error {}

const empty: JsonNode = { kind: 'object', members: new Map() };

async function readProject(client: OryClient, id: string, call: CallOptions = {}): Promise<JsonNode> {
  return parseAnswer((await client.call(getProject, { project_id: id }, call)).text, 'project');
}

const configOf = (project: JsonNode, service: string): JsonNode =>
  childOf(childOf(childOf(project, 'services'), service), 'config') ?? empty;

/** Reads the configuration as the file of a server of one's own holds it: without the project around it. */
async function read(client: OryClient, id: string, call?: CallOptions): Promise<string> {
  const { project, service } = placeOf(id);
  return printJson(configOf(await readProject(client, project, call), service));
}

/** Patches the project: PUT would replace the configuration of the service as a whole. */
async function save(client: OryClient, edit: Edit, call?: CallOptions): Promise<readonly string[]> {
  if (edit.edited.kind !== 'object') throw new FieldError('', l10n.t('The configuration must be an object.'));
  const { project, service } = placeOf(edit.id);
  const fresh = await readProject(client, project, call);
  if (!equalJson(configOf(fresh, service), edit.fresh))
    throw new Moved(l10n.t('The configuration was changed.'));
  const edited = withConfig(fresh, service, edit.edited);
  const whole = { id: project, opened: fresh, edited, fresh };
  return (await projectKind.writing?.save(client, whole, call)) ?? [];
}

function withConfig(project: JsonNode, service: string, config: JsonNode): JsonNode {
  const services = childOf(project, 'services') ?? empty;
  const own = childOf(services, service) ?? empty;
  return withMember(project, 'services', withMember(services, service, withMember(own, 'config', config)));
}

const withMember = (node: JsonNode, name: string, value: JsonNode): JsonNode => ({
  kind: 'object',
  members: new Map([...(node.kind === 'object' ? node.members : []), [name, value]]),
});

/** A place in a project as a place in the configuration of one of its services; undefined where it is none. */
const within = (pointer: string): string[] => {
  const found = /^\/services\/(?:[^/]+\/config(\/.*)|(\*\*\/.*))$/.exec(pointer);
  return found?.[1] ? [found[1]] : found?.[2] ? [`/${found[2]}`] : [];
};

/** The configuration of one service of a project of Ory Network, as `kratos.yml`, `hydra.yml` or `keto.yml` has it. */
export const configurationKind: Kind = {
  id: 'configurations',
  noun: l10n.t('service configuration'),
  service: 'console',
  view: 'projects',
  listings: [],
  parentOf: (_, id) => Promise.resolve({ kind: 'projects', id: placeOf(id).project }),
  consolePage: '',
  idName: 'project_id',
  writtenAs: '.yaml',
  read,
  nameOf: (_, id) => SERVICE_FILES[placeOf(id).service],
  secrets: projectKind.secrets.flatMap(within),
  volatile: [],
  lists: (projectKind.lists ?? []).flatMap(({ at, ...how }) =>
    within(at).map((place) => ({ at: place, ...how })),
  ),
  reveal: read,
  writing: {
    save,
    readOnlyFields: [],
    cameTooLate: (error) => error instanceof Moved || projectKind.writing?.cameTooLate?.(error) === true,
  },
};
