import type { JsonObject } from '../../json/values.ts';
import { badRequest } from '../http/errors.ts';

/** Where Ory Network can keep an identity; servers of one's own take the names, too, and do nothing with them. */
const REGIONS = ['eu-central', 'asia-northeast', 'us-east', 'us-west', 'eu', 'asia', 'us', 'global'];

/** Throws a 400 for a region that does not exist. */
export function requireRegion({ region }: JsonObject): void {
  if (typeof region === 'string' && region !== '' && !REGIONS.includes(region)) {
    throw badRequest(`There is no region ${JSON.stringify(region)}.`);
  }
}

/** The answer to a write, which repeats the region that was asked for; reads never tell one. */
export function withRegion(answer: JsonObject, { region }: JsonObject): JsonObject {
  return typeof region === 'string' && region !== '' ? { ...answer, region } : answer;
}
