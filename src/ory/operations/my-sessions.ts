import * as l10n from '@vscode/l10n';
import type { DeleteMySessionsCount, Session, SuccessfulNativeLogin } from '@ory/client';
import {
  eitherSession,
  kratosPublic,
  sessionId,
  sessionSecrets,
  signedInSecrets,
  withSession,
} from './flow-parts.ts';
import { operation } from './operation.ts';
import { inQuery, json, mustQuery, nothing, pageNumber, tokenPaging } from './parts.ts';

export const toSession = operation({
  ...withSession,
  id: 'toSession',
  formerId: 'to_session',
  summary: l10n.t('Tell whose session a token or a cookie belongs to.'),
  method: 'GET',
  path: '/sessions/whoami',
  effect: 'read',
  parameters: {
    tokenize_as: inQuery(
      'string',
      l10n.t('Name of the template by which the session is also returned as a JWT.'),
    ),
    ...eitherSession,
  },
  answer: json<Session>(['/tokenized', sessionSecrets]),
  bucket: 'kratos-public-high',
});

export const listMySessions = operation({
  ...withSession,
  id: 'listMySessions',
  formerId: 'list_sessions',
  summary: l10n.t('List one’s other active sessions.'),
  method: 'GET',
  path: '/sessions',
  effect: 'read',
  parameters: { ...tokenPaging(250, 1000), ...pageNumber, ...eitherSession },
  answer: json<Session[]>([`/*${sessionSecrets}`]),
  paging: { style: 'token', maximum: 1000 },
  bucket: 'kratos-public-medium',
});

export const disableMySession = operation({
  ...withSession,
  id: 'disableMySession',
  formerId: 'revoke_session',
  summary: l10n.t('End another of one’s own sessions; a stranger’s is left alone, with the same answer.'),
  method: 'DELETE',
  path: '/sessions/{id}',
  effect: 'destroy',
  parameters: { id: sessionId, ...eitherSession },
  answer: nothing,
  bucket: 'kratos-public-low',
});

export const disableMyOtherSessions = operation({
  ...withSession,
  id: 'disableMyOtherSessions',
  formerId: 'revoke_sessions',
  summary: l10n.t('End all of one’s own sessions but this one.'),
  method: 'DELETE',
  path: '/sessions',
  effect: 'destroy',
  parameters: eitherSession,
  answer: json<DeleteMySessionsCount>(),
  bucket: 'kratos-public-low',
});

export const exchangeSessionToken = operation({
  ...kratosPublic,
  id: 'exchangeSessionToken',
  summary: l10n.t('Exchange the codes of a native flow that ended in a browser for its session token, once.'),
  method: 'GET',
  path: '/sessions/token-exchange',
  effect: 'write',
  parameters: {
    init_code: mustQuery('string', l10n.t('Code that the flow was started with.'), { secret: true }),
    return_to_code: mustQuery('string', l10n.t('Code that the browser came back with.'), { secret: true }),
  },
  answer: json<SuccessfulNativeLogin>(signedInSecrets),
  bucket: 'kratos-public-medium',
  since: '1.0.0',
});
