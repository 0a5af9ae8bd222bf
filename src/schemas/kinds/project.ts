import * as l10n from '@vscode/l10n';
import { hydraConfigSchema } from '../config/hydra.ts';
import { ketoConfigSchema } from '../config/keto.ts';
import { kratosConfigSchema } from '../config/kratos.ts';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';

/** The configuration of a service: what it says is never sure to be refused, because servers know more than we do. */
function service({ description, properties = {} }: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: {
      config: { type: 'object', description: description ?? '', allOf: [{ advice: true, properties }] },
    },
    required: ['config'],
  };
}

/** In a project each service is configured as a server of one's own is. */
function withServices(schema: JsonSchema): JsonSchema {
  const kratos = kratosConfigSchema('network');
  const hydra = hydraConfigSchema('network');
  const keto = ketoConfigSchema('network');
  return {
    ...schema,
    required: ['name'],
    definitions: {
      ...schema.definitions,
      ...kratos.definitions,
      ...hydra.definitions,
      ...keto.definitions,
      ProjectServiceIdentity: service(kratos),
      ProjectServiceOAuth2: service(hydra),
      ProjectServicePermission: service(keto),
    },
  };
}

/** A project of Ory Network with its configuration. */
export const projectSchema = (): JsonSchema =>
  withServices({ ...publishedType('Project'), title: l10n.t('Project') });

/** The body that replaces a project's configuration. */
export const putProjectSchema = (): JsonSchema =>
  withServices({ ...publishedType('SetProject'), title: l10n.t('Project') });
