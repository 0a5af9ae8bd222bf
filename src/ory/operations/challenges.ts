import * as l10n from '@vscode/l10n';
import { mustQuery } from './parts.ts';

/** What the operations on login, consent and logout requests share. Whoever holds a challenge can answer it. */
export const hydraAdmin = { service: 'hydra-admin', bucket: 'hydra-admin-high' } as const;

/** Where the browser goes next; the address carries a verifier that stands for the decision. */
export const redirectSecrets = ['/redirect_to'];

/** The required query parameter that names a request. */
export const challenge = (of: string) =>
  mustQuery(
    'string',
    l10n.t('Challenge of the {0} request, from the address of the page that handles it.', of),
    {
      secret: true,
    },
  );
