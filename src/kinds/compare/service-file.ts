import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';
import { PROJECT_SERVICES, type ProjectService, SERVICE_FILES } from '../project/services.ts';

/** The service whose configuration a file holds, by its name: "kratos.yml", "hydra.staging.yaml". */
export function serviceOfFile(name: string): ProjectService | undefined {
  return PROJECT_SERVICES.find((service) => new RegExp(`\\b${SERVICE_FILES[service]}\\b`, 'i').test(name));
}

/** Whether a tree is a whole project, as the console gives it, and not the configuration of one service. */
export const isWholeProject = (tree: JsonNode): boolean => childOf(tree, 'services')?.kind === 'object';

/** The configuration of one service, at the place where a project has it. */
export const asProject = (service: ProjectService, config: JsonNode): JsonNode =>
  object('services', object(service, object('config', config)));

/** A project with the configuration of one service alone, where it has one. */
export function onlyService(project: JsonNode, service: ProjectService): JsonNode {
  const config = childOf(childOf(childOf(project, 'services'), service), 'config');
  return config ? asProject(service, config) : object('services', { kind: 'object', members: new Map() });
}

const object = (name: string, value: JsonNode): JsonNode => ({
  kind: 'object',
  members: new Map([[name, value]]),
});
