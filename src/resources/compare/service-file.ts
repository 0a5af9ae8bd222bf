import { childOf } from '../../ory/json/pointer.ts';
import type { JsonNode } from '../../ory/json/tree.ts';

/** The services of a project, and the name that the file of each has where one runs the server oneself. */
export const SERVICE_FILES = { identity: 'kratos', oauth2: 'hydra', permission: 'keto' } as const;
export type ProjectService = keyof typeof SERVICE_FILES;

/** The service whose configuration a file holds, by its name: "kratos.yml", "hydra.staging.yaml". */
export function serviceOfFile(name: string): ProjectService | undefined {
  const services = Object.keys(SERVICE_FILES) as ProjectService[];
  return services.find((service) => new RegExp(`\\b${SERVICE_FILES[service]}\\b`, 'i').test(name));
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
