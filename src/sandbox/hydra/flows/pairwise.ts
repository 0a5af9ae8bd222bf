import { createHash } from 'node:crypto';
import type { ClientData } from '../clients/model.ts';
import type { HydraConfig } from '../config.ts';

/**
 * The subject as a client gets to know it: a pairwise client sees another one than every client of another site, so
 * that the two cannot compare notes.
 * @param forced the one that the login app has chosen for it
 */
export function subjectFor(
  { pairwiseSalt }: HydraConfig,
  { data }: { readonly data: ClientData },
  subject: string,
  forced = '',
): string {
  if (data.subject_type !== 'pairwise') return subject;
  if (forced !== '') return forced;
  const site = data.sector_identifier_uri ? data.sector_identifier_uri : (data.redirect_uris?.[0] ?? '');
  const host = URL.canParse(site) ? new URL(site).host : '';
  return createHash('sha256').update(host).update(subject).update(pairwiseSalt).digest('hex');
}
