import * as l10n from '@vscode/l10n';
import type { FlowError, LogoutFlow, PerformNativeLogoutBody } from '@ory/client';
import { cookie, kratosPublic, returnTo, withCookie } from './flow-parts.ts';
import { type Answer, operation } from './operation.ts';
import { inQuery, json, jsonBody, mustQuery, nothing } from './parts.ts';

const script: Answer<string> = { contentType: 'text/javascript', secrets: [] };

export const createBrowserLogoutFlow = operation({
  ...withCookie,
  id: 'createBrowserLogoutFlow',
  formerId: 'create_self_service_logout_flow_url_for_browsers',
  summary: l10n.t('Make the address that ends the browser’s session.'),
  method: 'GET',
  path: '/self-service/logout/browser',
  effect: 'read',
  parameters: { return_to: returnTo, ...cookie },
  answer: json<LogoutFlow>(['/logout_token', '/logout_url']),
  bucket: 'kratos-public-medium',
});

export const updateLogoutFlow = operation({
  ...withCookie,
  id: 'updateLogoutFlow',
  formerId: 'submit_self_service_logout_flow',
  summary: l10n.t('End the browser’s session.'),
  method: 'GET',
  path: '/self-service/logout',
  effect: 'destroy',
  parameters: {
    token: inQuery('string', l10n.t('Logout token of the flow.'), { secret: true }),
    return_to: returnTo,
    ...cookie,
  },
  answer: nothing,
  bucket: 'kratos-public-high',
});

export const performNativeLogout = operation({
  ...kratosPublic,
  id: 'performNativeLogout',
  formerId: 'submit_self_service_logout_flow_without_browser',
  summary: l10n.t('End the session of an application without a browser.'),
  method: 'DELETE',
  path: '/self-service/logout/api',
  effect: 'destroy',
  parameters: {},
  body: jsonBody<PerformNativeLogoutBody>(l10n.t('The token of the session.'), ['/session_token']),
  answer: nothing,
  bucket: 'kratos-public-medium',
});

export const getFlowError = operation({
  ...kratosPublic,
  id: 'getFlowError',
  formerId: 'get_self_service_error',
  summary: l10n.t(
    'Read the error that a browser was sent to the error page with; every server knows stub:500.',
  ),
  method: 'GET',
  path: '/self-service/errors',
  effect: 'read',
  parameters: { id: mustQuery('string', l10n.t('Id of the error.')) },
  answer: json<FlowError>(),
  bucket: 'kratos-public-high',
});

export const getWebAuthnJavaScript = operation({
  ...kratosPublic,
  id: 'getWebAuthnJavaScript',
  formerId: 'get_web_authn_java_script',
  summary: l10n.t('Read the script that pages with security keys and passkeys load.'),
  method: 'GET',
  path: '/.well-known/ory/webauthn.js',
  effect: 'read',
  parameters: {},
  answer: script,
  bucket: 'hydra-public-high',
});
