import type { ConfigWords } from './config-words.ts';

/** What only projects of Ory Network have. */
export const networkWords: ConfigWords = {
  'selfservice.methods.saml': 'Enterprise login with SAML.',
  'selfservice.methods.saml.config.providers': 'The SAML providers.',
  'selfservice.methods.captcha': 'A CAPTCHA at registration.',
  'selfservice.methods.captcha.config.byo': 'Uses your own Cloudflare Turnstile widget.',
  'selfservice.methods.captcha.config.allowed_domains': 'Domains of the pages that show the CAPTCHA.',
  'selfservice.methods.captcha.config.allowed_domains[]': 'Domain.',
  'oauth2.token_prefix': 'Prefix of tokens.',
};
