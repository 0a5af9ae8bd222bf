import * as l10n from '@vscode/l10n';
import type { RecoveryFlow, UpdateRecoveryFlowBody } from '@ory/client';
import {
  cookie,
  emailToken,
  flow,
  flowId,
  flowSecrets,
  kratosPublic,
  returnTo,
  submissionSecrets,
  withCookie,
} from './flow-parts.ts';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody } from './parts.ts';

export const createBrowserRecoveryFlow = operation({
  ...withCookie,
  id: 'createBrowserRecoveryFlow',
  formerId: 'initialize_self_service_recovery_flow_for_browsers',
  summary: l10n.t('Start to get back into an account, for a browser.'),
  method: 'GET',
  path: '/self-service/recovery/browser',
  effect: 'write',
  parameters: {
    return_to: returnTo,
    skip_settings: inQuery('string', l10n.t('Whether the settings page is left out after the recovery.'), {
      values: ['true', 'false'],
    }),
    ...cookie,
  },
  answer: json<RecoveryFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const createNativeRecoveryFlow = operation({
  ...kratosPublic,
  id: 'createNativeRecoveryFlow',
  formerId: 'initialize_self_service_recovery_flow_without_browser',
  summary: l10n.t('Start to get back into an account, for an application without a browser.'),
  method: 'GET',
  path: '/self-service/recovery/api',
  effect: 'write',
  parameters: {},
  answer: json<RecoveryFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const getRecoveryFlow = operation({
  ...withCookie,
  id: 'getRecoveryFlow',
  formerId: 'get_self_service_recovery_flow',
  summary: l10n.t('Read a recovery flow: its form with its messages.'),
  method: 'GET',
  path: '/self-service/recovery/flows',
  effect: 'read',
  parameters: { ...flowId, ...cookie },
  answer: json<RecoveryFlow>(flowSecrets),
  bucket: 'kratos-public-high',
});

export const updateRecoveryFlow = operation({
  ...withCookie,
  id: 'updateRecoveryFlow',
  formerId: 'submit_self_service_recovery_flow',
  summary: l10n.t(
    'Submit a recovery flow: first the address, then the code. A wrong code is answered 200, with a message.',
  ),
  method: 'POST',
  path: '/self-service/recovery',
  effect: 'write',
  parameters: { ...flow, token: emailToken, ...cookie },
  body: jsonBody<UpdateRecoveryFlowBody>(
    l10n.t('The method, with the address or the code.'),
    submissionSecrets,
  ),
  answer: json<RecoveryFlow>(flowSecrets),
  bucket: 'kratos-public-low',
});
