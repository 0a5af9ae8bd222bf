import type { ConfigTable, Members } from './table.ts';

const after = (flow: string): Members => ({
  [`selfservice.flows.${flow}.after.saml`]: { type: 'object' },
  [`selfservice.flows.${flow}.after.saml.default_browser_return_url`]: { type: 'string' },
  [`selfservice.flows.${flow}.after.saml.hooks`]: { type: 'array' },
  [`selfservice.flows.${flow}.after.saml.hooks[]`]: { part: `${flow}MethodHooks` },
});

/** What only projects of Ory Network have; servers of one's own refuse it. */
const NETWORK: Readonly<Record<string, Members>> = {
  Kratos: {
    ...after('login'),
    ...after('registration'),
    'selfservice.methods.saml': { type: 'object' },
    'selfservice.methods.saml.enabled': { type: 'boolean', default: false },
    'selfservice.methods.saml.config': { type: 'object' },
    'selfservice.methods.saml.config.providers': { type: 'array' },
    'selfservice.methods.captcha': { type: 'object' },
    'selfservice.methods.captcha.enabled': { type: 'boolean', default: false },
    'selfservice.methods.captcha.config': { type: 'object' },
    'selfservice.methods.captcha.config.byo': { type: 'boolean' },
    'selfservice.methods.captcha.config.allowed_domains': { type: 'array' },
    'selfservice.methods.captcha.config.allowed_domains[]': { type: 'string' },
  },
  Hydra: {
    'oauth2.token_prefix': { type: 'string' },
  },
};

/** The table of a server with what projects of Ory Network have beyond it. */
export const onNetwork = (table: ConfigTable, name: string): ConfigTable => ({
  ...table,
  members: { ...table.members, ...NETWORK[name] },
});
