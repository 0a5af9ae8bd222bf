import type { JsonSchema } from '../json-schema.ts';
import { dsn, list, log, port, section, text, tracing, version, whole } from './parts.ts';

/** The common sections of `keto.yml`. What it does not know is not marked. */
export function ketoConfigSchema(): JsonSchema {
  return section('Configuration of Ory Keto.', {
    version,
    dsn,
    namespaces: {
      description: 'Kinds of objects: a file in the Ory Permission Language, or a list.',
      anyOf: [
        section('A file in the Ory Permission Language.', {
          location: text('Where it is: file://, http(s):// or base64://.', {
            examples: ['file://./namespaces.keto.ts'],
          }),
        }),
        list('The older form.', {
          type: 'object',
          properties: { name: text('Name.'), id: whole('Number.') },
        }),
        text('A folder or file of the older form.'),
      ],
    },
    limit: section('Limits.', {
      max_read_depth: whole('How deep a check looks.', { default: 5, minimum: 1 }),
      max_read_width: whole('How many relationships a check looks at in one step.', {
        default: 100,
        minimum: 1,
      }),
    }),
    serve: section('Where the server listens.', {
      read: port('read', 4466),
      write: port('write', 4467),
      opl: port('OPL syntax', 4469),
      metrics: port('metrics', 4468),
    }),
    log,
    tracing,
  });
}
