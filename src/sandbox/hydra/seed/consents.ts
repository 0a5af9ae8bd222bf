import { asciiWord, person } from '../../seed/names.ts';
import { randomFor, type Random } from '../../seed/random.ts';
import { grantTypesOf, type StoredClient } from '../clients/model.ts';
import type { HydraContext } from '../context.ts';
import type { Consent } from '../flows/consent-store.ts';
import type { Login } from '../flows/login-store.ts';
import { words } from '../tokens/scopes.ts';

/** The subjects that have consents in a sandbox with data, so that a user finds some without searching. */
export const SEEDED_SUBJECTS = ['alice@example.com', 'bob@example.com', 'carol@example.com'] as const;

/**
 * A few consents of each of those subjects and of every second person, with the logins that they were given in.
 * @param people subjects of whom some have given consents
 */
export function believableConsents(
  context: HydraContext,
  clients: readonly StoredClient[],
  seed: number,
  people: readonly string[],
): { consent: Consent; login: Login }[] {
  const asking = clients.filter((client) => grantTypesOf(client).includes('authorization_code'));
  const subjects = [...SEEDED_SUBJECTS, ...people.filter((_, nth) => nth % 2 === 0)];
  return subjects.flatMap((subject, nth) =>
    asking
      .slice(nth % asking.length, (nth % asking.length) + 3)
      .map((client, at) => given(context, client, subject, randomFor(seed, 'hydra consent', subject, at))),
  );
}

function given(context: HydraContext, client: StoredClient, subject: string, random: Random) {
  const seconds = context.stamps.seconds() - random.int(30 * 86_400);
  const scope = words(client.data.scope);
  const login: Login = {
    id: random.uuid(),
    subject,
    authenticatedAt: seconds - 30,
    remember: true,
  };
  const { first, last } = person(random);
  const consent: Consent = {
    id: random.hex(32),
    clientId: client.id,
    subject,
    requestedScope: scope,
    requestedAudience: client.data.audience ?? [],
    grantedScope: scope.filter((_, at) => at < 2 || random.chance(0.7)),
    grantedAudience: client.data.audience ?? [],
    session: {
      access_token: {},
      id_token: { email: subject, name: `${first} ${last}`, preferred_username: asciiWord(first) },
    },
    remember: true,
    rememberFor: random.chance(0.5) ? 0 : 2_592_000,
    handledAt: new Date(seconds * 1000).toISOString(),
    context: null,
    oidcContext: {},
    requestUrl: requestUrl(client, random),
    loginChallenge: random.hex(32),
    loginSessionId: login.id,
    acr: '',
    amr: ['pwd'],
    skipped: false,
  };
  return { consent, login };
}

function requestUrl({ id, data }: StoredClient, random: Random): string {
  const query = new URLSearchParams({
    client_id: id,
    redirect_uri: data.redirect_uris?.[0] ?? '',
    response_type: 'code',
    scope: data.scope ?? '',
    state: random.word(16),
  });
  return `/oauth2/auth?${query.toString()}`;
}
