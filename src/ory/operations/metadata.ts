import * as l10n from '@vscode/l10n';
import type { ElementsConfiguration, GetVersion200Response } from '@ory/client';
import { kratosPublic } from './flow-parts.ts';
import { operation } from './operation.ts';
import { json } from './parts.ts';

/** Each server has it on each port (`meta.ts`); the API documents that of Kratos. */
export const getVersion = operation({
  service: 'kratos-admin',
  id: 'getVersion',
  summary: l10n.t('Read the version of Kratos.'),
  method: 'GET',
  path: '/version',
  effect: 'read',
  parameters: {},
  answer: json<GetVersion200Response>(),
});

export const getConfiguration = operation({
  ...kratosPublic,
  id: 'getConfiguration',
  summary: l10n.t(
    'Read what Ory Elements takes of a project’s configuration: name, logos, pages and what is enabled.',
  ),
  method: 'GET',
  path: '/elements/configuration',
  effect: 'read',
  parameters: {},
  answer: json<ElementsConfiguration>(),
  onlyOn: 'network',
});
