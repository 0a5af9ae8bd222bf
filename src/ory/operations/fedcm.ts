import * as l10n from '@vscode/l10n';
import type { CreateFedcmFlowResponse, SuccessfulNativeLogin, UpdateFedcmFlowBody } from '@ory/client';
import { cookie, signedInSecrets, submissionSecrets, withCookie } from './flow-parts.ts';
import { operation } from './operation.ts';
import { json, jsonBody } from './parts.ts';

/** Kratos documents these; its open-source builds don't have them. */
const fedcm = { ...withCookie, onlyOn: 'network' } as const;

export const createFedcmFlow = operation({
  ...fedcm,
  id: 'createFedcmFlow',
  summary: l10n.t(
    'List the providers that a browser can sign in with by itself (FedCM), with what it needs for that.',
  ),
  method: 'GET',
  path: '/self-service/fed-cm/parameters',
  effect: 'read',
  parameters: cookie,
  answer: json<CreateFedcmFlowResponse>(['/csrf_token']),
  bucket: 'kratos-public-high',
});

export const updateFedcmFlow = operation({
  ...fedcm,
  id: 'updateFedcmFlow',
  summary: l10n.t('Sign in with the token that a browser got from a FedCM provider.'),
  method: 'POST',
  path: '/self-service/fed-cm/token',
  effect: 'write',
  parameters: cookie,
  body: jsonBody<UpdateFedcmFlowBody>(l10n.t('The token and the CSRF token.'), submissionSecrets),
  answer: json<SuccessfulNativeLogin>(signedInSecrets),
  bucket: 'kratos-public-low',
});
