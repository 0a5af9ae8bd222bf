import { hydraConfigSchema } from '../config/hydra.ts';
import { ketoConfigSchema } from '../config/keto.ts';
import { kratosConfigSchema } from '../config/kratos.ts';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';

const service = (config: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { config },
  required: ['config'],
});

/** In a project each service has the configuration of the server that it is, without what only a host of one's own has. */
function withServices(schema: JsonSchema): JsonSchema {
  return {
    ...schema,
    definitions: {
      ...schema.definitions,
      ProjectServiceIdentity: service(kratosConfigSchema()),
      ProjectServiceOAuth2: service(hydraConfigSchema()),
      ProjectServicePermission: service(ketoConfigSchema()),
    },
  };
}

/** A project of Ory Network with its configuration. */
export const projectSchema = (): JsonSchema =>
  withServices({ ...publishedType('Project'), title: 'Project' });

/** The body that replaces a project's configuration. */
export const putProjectSchema = (): JsonSchema =>
  withServices({ ...publishedType('SetProject'), title: 'Project' });
