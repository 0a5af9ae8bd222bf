import type { Connection } from '../../../connections/model.ts';
import type { KnownChallenge } from '../../../editor/known-challenges.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';

/** What is said of a request where its challenge is offered. */
export const knownOf = (
  { id }: Connection,
  { kind, challenge, client, subject }: ChallengeRequest,
): Omit<KnownChallenge, 'key' | 'at'> => ({
  connection: id,
  kind,
  challenge,
  client: client?.client_name || (client?.client_id ?? ''),
  subject,
});
