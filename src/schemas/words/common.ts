import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { time } from './parts.ts';

/** What Kratos keeps as metadata. */
const anyButNumber: JsonSchema = {
  type: ['object', 'null', 'array', 'string', 'boolean'],
  errorMessage: l10n.t(
    'A number here makes the identity unreadable on some databases: an object holds it well.',
  ),
};

/** What members mean wherever they stand. */
export const commonWords: Readonly<Record<string, string | JsonSchema>> = {
  id: { description: l10n.t('The id that the server gave.'), readOnly: true },
  created_at: { ...time(l10n.t('When it was created. Set by the server.')), readOnly: true },
  updated_at: { ...time(l10n.t('When it last changed. Set by the server.')), readOnly: true },
  expires_at: time(l10n.t('Until when it is good.')),
  name: l10n.t('What people call it.'),
  traits: {
    description: l10n.t(
      'What is known of the person, as the identity schema defines it: e-mail address, name and so on.',
    ),
    type: 'object',
  },
  transient_payload: {
    description: l10n.t('Data for webhooks of this flow only; it is stored nowhere.'),
    type: 'object',
  },
  csrf_token: l10n.t('Guards browser flows against forgery; API flows leave it out.'),
  config: l10n.t('What the method keeps.'),
  metadata_public: {
    description: l10n.t(
      'Data beside the traits that the person can see, in sessions for example, but not change.',
    ),
    ...anyButNumber,
  },
  metadata_admin: {
    description: l10n.t('Data beside the traits that only administrators see.'),
    ...anyButNumber,
  },
  external_id: l10n.t('The id that another system has for this person; unique over all identities.'),
};
