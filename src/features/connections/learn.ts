import { secretsIn } from '../../connections/authorization.ts';
import type { Container } from '../../container.ts';

/** Takes note of a key, or of a header and what is secret in it, before it is sent, so that no text shows it. */
export type Learn = (secret: string) => void;

export const learner =
  ({ redactor }: Pick<Container, 'redactor'>): Learn =>
  (secret) => {
    for (const part of secretsIn(secret)) redactor.learn(part);
  };
