import * as l10n from '@vscode/l10n';
import type { ConfigWords } from './config-words.ts';

/** What only projects of Ory Network have. */
export const networkWords: ConfigWords = {
  'selfservice.methods.saml': l10n.t('Enterprise login with SAML.'),
  'selfservice.methods.saml.config.providers': l10n.t('The SAML providers.'),
  'selfservice.methods.captcha': l10n.t('A CAPTCHA at registration.'),
  'selfservice.methods.captcha.config.byo': l10n.t('Uses your own Cloudflare Turnstile widget.'),
  'selfservice.methods.captcha.config.allowed_domains': l10n.t('Domains of the pages that show the CAPTCHA.'),
  'selfservice.methods.captcha.config.allowed_domains[]': 'Domain.',
  'oauth2.token_prefix': l10n.t('Prefix of tokens.'),
};
