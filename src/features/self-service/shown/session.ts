import { aalWords, methodWords, type SessionFacts } from '../../../flows/self-service/session.ts';
import type { ShownSession } from '../../../webviews/self-service-flow/contract.ts';
import { oneLine } from '../../../editor/text.ts';
import { fact } from './fact.ts';
import { whenFact } from '../../../kinds/row.ts';

/** A session in words. */
export function shownSession(session: SessionFacts, now: Date): ShownSession {
  const { id, who, identityId, aal, methods, devices } = session;
  return {
    id,
    who: oneLine(who ?? 'Somebody'),
    facts: [
      ...fact('Session', id, true),
      ...fact('Identity', identityId, true),
      ...fact('State', session.active ? undefined : 'Ended'),
      ...fact('Assurance', aalWords(aal)),
      ...fact(
        'Signed in with',
        methods
          .map(
            ({ method, aal: level, at }) =>
              `${methodWords(method)}${level ? ` (${level})` : ''}${at ? `, ${whenFact(at, now)}` : ''}`,
          )
          .join('; '),
      ),
      ...fact(
        devices.length > 1 ? 'Devices' : 'Device',
        devices
          .map(({ agent, address, place }) => [agent, address, place].filter(Boolean).join(' · '))
          .join('; '),
      ),
      ...fact('Authenticated', whenFact(session.authenticatedAt, now)),
      ...fact('Ends', whenFact(session.expiresAt, now)),
      ...fact('Schema', session.schema),
    ],
  };
}
