import { at } from '../../../json/values.ts';
import { badRequest } from '../../http/errors.ts';
import type { Identity } from '../../identities/model.ts';
import { normalised, type CodeAddress } from './send.ts';

/** The addresses that somebody gets codes at, as their credential lists them. */
export function codeAddresses({ credentials }: Identity): readonly CodeAddress[] {
  const listed = at(credentials.code?.config, 'addresses');
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: unknown) => {
    const [to, via] = [at(entry, 'address'), at(entry, 'channel')];
    return typeof to === 'string' && to !== '' ? [{ to, via: typeof via === 'string' ? via : 'email' }] : [];
  });
}

/** Those for a second factor: all, or only the one that the trait `via` holds. Throws a KratosError (400). */
export function secondFactorAddresses(identity: Identity, via: string): readonly CodeAddress[] {
  const all = codeAddresses(identity);
  if (via === '') return [...all].sort((a, b) => (a.to < b.to ? -1 : 1));
  const value = at(identity.traits, ...via.split('.'));
  if (typeof value !== 'string' || value === '') {
    throw badRequest(`No value found for trait ${via} in the current identity.`);
  }
  const found = all.filter(({ to }) => to === normalised(value));
  if (found.length === 0) throw badRequest('The parameter via names a trait that no code can be sent to.');
  return found;
}
