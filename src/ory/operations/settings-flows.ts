import * as l10n from '@vscode/l10n';
import type { SettingsFlow, UpdateSettingsFlowBody } from '@ory/client';
import {
  cookie,
  eitherSession,
  flow,
  flowId,
  flowSecrets,
  kratosPublic,
  organization,
  returnTo,
  sessionToken,
  submissionSecrets,
  withCookie,
  withSession,
} from './flow-parts.ts';
import { operation } from './operation.ts';
import { json, jsonBody, nothing } from './parts.ts';

export const createBrowserSettingsFlow = operation({
  ...withCookie,
  id: 'createBrowserSettingsFlow',
  formerId: 'initialize_self_service_settings_flow_for_browsers',
  summary: l10n.t('Start to change one’s own account, for a browser.'),
  method: 'GET',
  path: '/self-service/settings/browser',
  effect: 'write',
  parameters: { return_to: returnTo, organization, ...cookie },
  answer: json<SettingsFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const createNativeSettingsFlow = operation({
  ...withSession,
  id: 'createNativeSettingsFlow',
  formerId: 'initialize_self_service_settings_flow_without_browser',
  summary: l10n.t('Start to change one’s own account, for an application without a browser.'),
  method: 'GET',
  path: '/self-service/settings/api',
  effect: 'write',
  parameters: { organization, ...sessionToken },
  answer: json<SettingsFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const getSettingsFlow = operation({
  ...withSession,
  id: 'getSettingsFlow',
  formerId: 'get_self_service_settings_flow',
  summary: l10n.t('Read a settings flow: its form with its messages.'),
  method: 'GET',
  path: '/self-service/settings/flows',
  effect: 'read',
  parameters: { ...flowId, ...eitherSession },
  answer: json<SettingsFlow>(flowSecrets),
  bucket: 'kratos-public-high',
});

export const updateSettingsFlow = operation({
  ...withSession,
  id: 'updateSettingsFlow',
  formerId: 'submit_self_service_settings_flow',
  summary: l10n.t(
    'Submit a settings flow: change the account. What is wrong comes back as the flow itself (400).',
  ),
  method: 'POST',
  path: '/self-service/settings',
  effect: 'write',
  parameters: { ...flow, ...eitherSession },
  body: jsonBody<UpdateSettingsFlowBody>(l10n.t('The method with what it changes.'), submissionSecrets),
  answer: json<SettingsFlow>(flowSecrets),
  bucket: 'kratos-public-low',
});

export const getWellKnownChangePassword = operation({
  ...kratosPublic,
  id: 'getWellKnownChangePassword',
  summary: l10n.t('Send a browser, or its password manager, to the page where the password is changed.'),
  method: 'GET',
  path: '/.well-known/change-password',
  effect: 'read',
  parameters: {},
  answer: nothing,
  bucket: 'kratos-public-high',
  since: '26.2.1',
  opensInBrowser: true,
});
