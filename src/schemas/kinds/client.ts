import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';
import { clientRules, newClientRules } from './client-rules.ts';
import { withKeys } from './jwk.ts';

/** An OAuth 2.0 client (Hydra), as a document or as a body of an operation. */
export function clientSchema(): JsonSchema {
  return withKeys({
    ...publishedType('OAuth2Client'),
    title: l10n.t('OAuth 2.0 client'),
    allOf: clientRules,
  });
}

/** A client to be created. */
export const newClientSchema = (): JsonSchema => ({ ...clientSchema(), allOf: newClientRules });
