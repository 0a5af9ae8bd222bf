import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';

/** A session (Kratos), to be read. */
export const sessionSchema = (): JsonSchema => {
  const schema = publishedType('Session', { devices: { type: ['array', 'null'] } });
  const { identity } = schema.properties ?? {};
  return {
    ...schema,
    title: l10n.t('Session'),
    properties: {
      ...schema.properties,
      // Lists leave the identity out.
      identity: { anyOf: [typeof identity === 'object' ? identity : {}, { type: 'null' }] },
    },
  };
};
