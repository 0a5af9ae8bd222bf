import * as l10n from '@vscode/l10n';
import type { LoginFlow, SuccessfulNativeLogin, UpdateLoginFlowBody } from '@ory/client';
import {
  cookie,
  eitherSession,
  exchangeCode,
  flow,
  flowId,
  flowSecrets,
  identitySchema,
  kratosPublic,
  loginChallenge,
  organization,
  returnTo,
  sessionToken,
  signedInSecrets,
  submissionSecrets,
  withCookie,
} from './flow-parts.ts';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody } from './parts.ts';

const signIn = {
  refresh: inQuery('boolean', l10n.t('Ask again, although there is a session.')),
  aal: inQuery('string', l10n.t('How sure the sign-in must be: one factor, or two.'), {
    values: ['aal1', 'aal2'],
  }),
  return_to: returnTo,
  organization,
  via: inQuery('string', l10n.t('Where a code for the second factor is sent to, as the identity has it.')),
  identity_schema: identitySchema,
} as const;

export const createBrowserLoginFlow = operation({
  ...withCookie,
  id: 'createBrowserLoginFlow',
  formerId: 'initialize_self_service_login_flow_for_browsers',
  summary: l10n.t('Start to sign in, for a browser.'),
  method: 'GET',
  path: '/self-service/login/browser',
  effect: 'write',
  parameters: { ...signIn, login_challenge: loginChallenge, ...cookie },
  answer: json<LoginFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const createNativeLoginFlow = operation({
  ...kratosPublic,
  id: 'createNativeLoginFlow',
  formerId: 'initialize_self_service_login_flow_without_browser',
  summary: l10n.t('Start to sign in, for an application without a browser.'),
  method: 'GET',
  path: '/self-service/login/api',
  effect: 'write',
  parameters: { ...signIn, return_session_token_exchange_code: exchangeCode, ...sessionToken },
  answer: json<LoginFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const getLoginFlow = operation({
  ...withCookie,
  id: 'getLoginFlow',
  formerId: 'get_self_service_login_flow',
  summary: l10n.t('Read a login flow: its form with its messages.'),
  method: 'GET',
  path: '/self-service/login/flows',
  effect: 'read',
  parameters: { ...flowId, ...cookie },
  answer: json<LoginFlow>(flowSecrets),
  bucket: 'kratos-public-high',
});

export const updateLoginFlow = operation({
  ...kratosPublic,
  id: 'updateLoginFlow',
  formerId: 'submit_self_service_login_flow',
  summary: l10n.t('Submit a login flow: sign in. What is wrong comes back as the flow itself (400).'),
  method: 'POST',
  path: '/self-service/login',
  effect: 'write',
  parameters: { ...flow, ...eitherSession },
  body: jsonBody<UpdateLoginFlowBody>(l10n.t('The method with what it needs.'), submissionSecrets),
  answer: json<SuccessfulNativeLogin>(signedInSecrets),
  bucket: 'kratos-public-low',
});
