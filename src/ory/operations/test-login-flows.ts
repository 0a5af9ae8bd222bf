import * as l10n from '@vscode/l10n';
import type { CreateTestLoginFlowBody, LoginFlow } from '@ory/client';
import { cookie, flowId, flowSecrets, withCookie } from './flow-parts.ts';
import { operation } from './operation.ts';
import { json, jsonBody, nothing } from './parts.ts';

export const createTestLoginFlow = operation({
  service: 'kratos-admin',
  id: 'createTestLoginFlow',
  summary: l10n.t(
    'Start a trial sign-in with one social or OIDC provider: no identity and no session come of it.',
  ),
  method: 'POST',
  path: '/admin/test-login-flows',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateTestLoginFlowBody>(l10n.t('The provider to try.')),
  answer: json<LoginFlow>(flowSecrets),
  bucket: 'kratos-admin-low',
  since: '26.2.1',
});

export const deleteTestLoginFlow = operation({
  ...withCookie,
  id: 'deleteTestLoginFlow',
  summary: l10n.t('Delete a trial sign-in; one that came back from its provider needs the browser’s cookie.'),
  method: 'DELETE',
  path: '/self-service/login/test',
  effect: 'destroy',
  parameters: { ...flowId, ...cookie },
  answer: nothing,
  bucket: 'kratos-public-high',
  since: '26.2.1',
});
