import * as l10n from '@vscode/l10n';
import type { RegistrationFlow, SuccessfulNativeRegistration, UpdateRegistrationFlowBody } from '@ory/client';
import {
  cookie,
  exchangeCode,
  flow,
  flowId,
  flowSecrets,
  identitySchema,
  kratosPublic,
  loginChallenge,
  organization,
  returnTo,
  signedInSecrets,
  submissionSecrets,
  withCookie,
} from './flow-parts.ts';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody } from './parts.ts';

const signUp = { return_to: returnTo, organization, identity_schema: identitySchema } as const;

export const createBrowserRegistrationFlow = operation({
  ...withCookie,
  id: 'createBrowserRegistrationFlow',
  formerId: 'initialize_self_service_registration_flow_for_browsers',
  summary: l10n.t('Start to sign up, for a browser.'),
  method: 'GET',
  path: '/self-service/registration/browser',
  effect: 'write',
  parameters: {
    ...signUp,
    login_challenge: loginChallenge,
    after_verification_return_to: inQuery(
      'string',
      l10n.t('Address to go to once the e-mail address is verified.'),
    ),
    ...cookie,
  },
  answer: json<RegistrationFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const createNativeRegistrationFlow = operation({
  ...kratosPublic,
  id: 'createNativeRegistrationFlow',
  formerId: 'initialize_self_service_registration_flow_without_browser',
  summary: l10n.t('Start to sign up, for an application without a browser.'),
  method: 'GET',
  path: '/self-service/registration/api',
  effect: 'write',
  parameters: { ...signUp, return_session_token_exchange_code: exchangeCode },
  answer: json<RegistrationFlow>(flowSecrets),
  bucket: 'kratos-public-medium',
});

export const getRegistrationFlow = operation({
  ...withCookie,
  id: 'getRegistrationFlow',
  formerId: 'get_self_service_registration_flow',
  summary: l10n.t('Read a registration flow: its form with its messages.'),
  method: 'GET',
  path: '/self-service/registration/flows',
  effect: 'read',
  parameters: { ...flowId, ...cookie },
  answer: json<RegistrationFlow>(flowSecrets),
  bucket: 'kratos-public-high',
});

export const updateRegistrationFlow = operation({
  ...withCookie,
  id: 'updateRegistrationFlow',
  formerId: 'submit_self_service_registration_flow',
  summary: l10n.t(
    'Submit a registration flow: create the identity. What is wrong comes back as the flow itself (400).',
  ),
  method: 'POST',
  path: '/self-service/registration',
  effect: 'write',
  parameters: { ...flow, ...cookie },
  body: jsonBody<UpdateRegistrationFlowBody>(
    l10n.t('The method with what it needs, and the traits.'),
    submissionSecrets,
  ),
  answer: json<SuccessfulNativeRegistration>(signedInSecrets),
  bucket: 'kratos-public-low',
});
