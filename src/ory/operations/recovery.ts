import * as l10n from '@vscode/l10n';
import type {
  CreateRecoveryCodeForIdentityBody,
  CreateRecoveryLinkForIdentityBody,
  RecoveryCodeForIdentity,
  RecoveryLinkForIdentity,
} from '@ory/client';
import { operation } from './operation.ts';
import { inQuery, json, jsonBody } from './parts.ts';

const kratosAdmin = { service: 'kratos-admin' } as const;

export const createRecoveryLinkForIdentity = operation({
  ...kratosAdmin,
  id: 'createRecoveryLinkForIdentity',
  formerId: 'admin_create_self_service_recovery_link',
  summary: l10n.t('Make a link with which an identity gets back into its account.'),
  method: 'POST',
  path: '/admin/recovery/link',
  effect: 'write',
  parameters: { return_to: inQuery('string', l10n.t('Address to go to after the recovery.')) },
  body: jsonBody<CreateRecoveryLinkForIdentityBody>(l10n.t('The identity and how long the link lives.')),
  answer: json<RecoveryLinkForIdentity>(['/recovery_link']),
  bucket: 'kratos-admin-low',
});

export const createRecoveryCodeForIdentity = operation({
  ...kratosAdmin,
  id: 'createRecoveryCodeForIdentity',
  summary: l10n.t('Make a code with which an identity gets back into its account.'),
  method: 'POST',
  path: '/admin/recovery/code',
  effect: 'write',
  parameters: {},
  body: jsonBody<CreateRecoveryCodeForIdentityBody>(l10n.t('The identity and how long the code lives.')),
  answer: json<RecoveryCodeForIdentity>(['/recovery_code', '/recovery_link']),
  bucket: 'kratos-admin-low',
});
