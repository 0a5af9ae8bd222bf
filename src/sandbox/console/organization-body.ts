import { parseDuration } from '../clock.ts';
import type { JsonObject } from '../json/values.ts';
import { badRequest, ConsoleError } from './context.ts';
import type { Organization } from './model.ts';

const REGIONS = ['eu-central', 'asia-northeast', 'us-east', 'us-west', 'eu', 'asia', 'us', 'global'];
const SHORTEST_MS = 60_000;
const LONGEST_MS = 8760 * 3_600_000;
const LONGEST_DOMAIN = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Label, domains and settings of an organization. A setting that is left out stays, and an empty text takes it away.
 * Throws a ConsoleError: 400 for what is wrong, 409 for a domain that another organization has.
 */
export function readOrganization(
  body: JsonObject,
  before: Organization['settings'],
  others: readonly Organization[],
): Pick<Organization, 'label' | 'domains' | 'settings'> {
  const { label = '', domains = [] } = body;
  if (typeof label !== 'string') throw badRequest('label must be a text.');
  if (!Array.isArray(domains) || !domains.every((one): one is string => typeof one === 'string'))
    throw badRequest('domains must be a list of texts.');
  const wrong = domains.find((domain) => !isDomain(domain));
  if (wrong !== undefined) throw badRequest(`${JSON.stringify(wrong)} is no domain.`);
  const taken = domains.find((domain) => others.some((one) => hasDomain(one, domain)));
  if (taken !== undefined)
    throw new ConsoleError({
      code: 409,
      reason: `Another organization of the project has the domain ${taken}.`,
    });
  const settings = {
    ...setting('default_region', body, before),
    ...setting('session_lifespan', body, before),
  };
  if (settings.default_region !== undefined && !REGIONS.includes(settings.default_region))
    throw badRequest(`default_region is one of ${REGIONS.join(', ')}.`);
  if (settings.session_lifespan !== undefined && !isLifespan(settings.session_lifespan))
    throw badRequest('session_lifespan is a duration from 1m to 8760h, such as 24h.');
  return { label, domains, settings };
}

export const hasDomain = ({ domains }: Organization, domain: string): boolean =>
  domains.some((one) => one.toLowerCase() === domain.toLowerCase());

function setting(name: string, body: JsonObject, before: Organization['settings']): Record<string, string> {
  const value = body[name] ?? before[name] ?? '';
  if (typeof value !== 'string') throw badRequest(`${name} must be a text.`);
  return value === '' ? {} : { [name]: value };
}

const isDomain = (text: string): boolean =>
  text.length <= LONGEST_DOMAIN && text.includes('.') && text.split('.').every((part) => LABEL.test(part));

function isLifespan(text: string): boolean {
  const ms = parseDuration(text);
  return ms !== undefined && ms >= SHORTEST_MS && ms <= LONGEST_MS;
}
