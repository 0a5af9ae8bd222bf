import * as l10n from '@vscode/l10n';
import type { VerificationFlow, UpdateVerificationFlowBody } from '@ory/client';
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
import { json, jsonBody } from './parts.ts';

export const createBrowserVerificationFlow = operation({
  ...withCookie,
  id: 'createBrowserVerificationFlow',
  formerId: 'initialize_self_service_verification_flow_for_browsers',
  summary: l10n.t('Start to verify an address, for a browser.'),
  method: 'GET',
  path: '/self-service/verification/browser',
  effect: 'write',
  parameters: { return_to: returnTo, ...cookie },
  answer: json<VerificationFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const createNativeVerificationFlow = operation({
  ...kratosPublic,
  id: 'createNativeVerificationFlow',
  formerId: 'initialize_self_service_verification_flow_without_browser',
  summary: l10n.t('Start to verify an address, for an application without a browser.'),
  method: 'GET',
  path: '/self-service/verification/api',
  effect: 'write',
  parameters: { return_to: returnTo },
  answer: json<VerificationFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const getVerificationFlow = operation({
  ...withCookie,
  id: 'getVerificationFlow',
  formerId: 'get_self_service_verification_flow',
  summary: l10n.t('Read a verification flow: its form with its messages.'),
  method: 'GET',
  path: '/self-service/verification/flows',
  effect: 'read',
  parameters: { ...flowId, ...cookie },
  answer: json<VerificationFlow>(flowSecrets),
  bucket: 'kratos-public-high',
});

export const updateVerificationFlow = operation({
  ...withCookie,
  id: 'updateVerificationFlow',
  formerId: 'submit_self_service_verification_flow',
  summary: l10n.t(
    'Submit a verification flow: first the address, then the code. A wrong code is answered 200, with a message.',
  ),
  method: 'POST',
  path: '/self-service/verification',
  effect: 'write',
  parameters: { ...flow, token: emailToken, ...cookie },
  body: jsonBody<UpdateVerificationFlowBody>(
    l10n.t('The method, with the address or the code.'),
    submissionSecrets,
  ),
  answer: json<VerificationFlow>(flowSecrets),
  bucket: 'kratos-public-low',
});
