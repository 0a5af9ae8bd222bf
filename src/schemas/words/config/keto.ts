import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';
import { portWords } from './shared.ts';

/** What stands in a configuration of Keto. */
export const ketoWords: ConfigWords = {
  '': l10n.t('Configuration of Ory Keto.'),
  $schema: l10n.t('URL of a schema for editors.'),
  ...portWords('serve.read', 'read'),
  ...portWords('serve.write', 'write'),
  ...portWords('serve.opl', l10n.t('OPL syntax')),
  ...portWords('serve.metrics', 'metrics'),
  namespaces: {
    description: l10n.t('Namespaces: a file in the Ory Permission Language, or a list.'),
    examples: ['file://./keto_namespaces'],
    more: {
      defaultSnippets: [
        {
          label: 'location',
          description: l10n.t('A file in the Ory Permission Language'),
          body: { location: 'file://${1:./namespaces.keto.ts}' },
        },
      ],
    },
  },
  'namespaces.location': {
    description: l10n.t('File in the Ory Permission Language: file://, http(s):// or base64://.'),
    examples: ['file://./namespaces.keto.ts'],
  },
  'namespaces.experimental_strict_mode': l10n.t('Deprecated: use feature_flags.strict_mode.'),
  'namespaces[].$schema': l10n.t('URL of a schema for editors.'),
  'namespaces[].name': l10n.t('Name of the namespace.'),
  'namespaces[].id': l10n.t('Number of the namespace, for old databases.'),
  'namespaces[].config': l10n.t('Settings of the namespace.'),
  limit: 'Limits.',
  'limit.max_read_depth': l10n.t('How deep reads go at most.'),
  'limit.max_read_width': l10n.t('How many relationships a check reads in one step.'),
  'limit.max_batch_check_size': l10n.t('How many checks one batch may have.'),
  'limit.batch_check_max_parallelization': l10n.t('How many checks of a batch run at the same time.'),
  'limit.max_expand_size': l10n.t('How many relationships an expansion returns at most.'),
  'feature_flags.expand_rewrites': l10n.t(
    'Lets expansions follow the permissions of the Ory Permission Language.',
  ),
  'feature_flags.strict_mode': l10n.t(
    'Checks permits by their rules only, and expands only declared subject sets. Faster.',
  ),
};
