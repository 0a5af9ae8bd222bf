import type { ConfigWords } from './config-words.ts';
import { portWords } from './shared.ts';

/** What stands in a configuration of Keto. */
export const ketoWords: ConfigWords = {
  '': 'Configuration of Ory Keto.',
  $schema: 'URL of a schema for editors.',
  ...portWords('serve.read', 'read'),
  ...portWords('serve.write', 'write'),
  ...portWords('serve.opl', 'OPL syntax'),
  ...portWords('serve.metrics', 'metrics'),
  namespaces: {
    description: 'Namespaces: a file in the Ory Permission Language, or a list.',
    examples: ['file://./keto_namespaces'],
    more: {
      defaultSnippets: [
        {
          label: 'location',
          description: 'A file in the Ory Permission Language',
          body: { location: 'file://${1:./namespaces.keto.ts}' },
        },
      ],
    },
  },
  'namespaces.location': {
    description: 'File in the Ory Permission Language: file://, http(s):// or base64://.',
    examples: ['file://./namespaces.keto.ts'],
  },
  'namespaces.experimental_strict_mode': 'Deprecated: use feature_flags.strict_mode.',
  'namespaces[].$schema': 'URL of a schema for editors.',
  'namespaces[].name': 'Name of the namespace.',
  'namespaces[].id': 'Number of the namespace, for old databases.',
  'namespaces[].config': 'Settings of the namespace.',
  limit: 'Limits.',
  'limit.max_read_depth': 'How deep reads go at most.',
  'limit.max_read_width': 'How many relationships a check reads in one step.',
  'limit.max_batch_check_size': 'How many checks one batch may have.',
  'limit.batch_check_max_parallelization': 'How many checks of a batch run at the same time.',
  'limit.max_expand_size': 'How many relationships an expansion returns at most.',
  'feature_flags.expand_rewrites': 'Lets expansions follow the permissions of the Ory Permission Language.',
  'feature_flags.strict_mode':
    'Checks permits by their rules only, and expands only declared subject sets. Faster.',
};
