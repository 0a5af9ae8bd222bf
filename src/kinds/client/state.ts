import type { OAuth2Client } from '@ory/client';
import type { StateWord } from '../state-word.ts';

/** Hydra rotates the secrets of clients that show themselves in one of these ways, and refuses others (400). */
const WITH_SECRET: readonly string[] = ['client_secret_basic', 'client_secret_post'];

/** What can be done with a client: it has a secret to rotate unless it is public, or signs what it shows. */
export const clientState = ({
  token_endpoint_auth_method: method,
}: Pick<OAuth2Client, 'token_endpoint_auth_method'>): readonly StateWord[] =>
  WITH_SECRET.includes(method || 'client_secret_basic') ? ['clientSecret'] : [];
