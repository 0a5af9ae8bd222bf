import type { Connection } from '../connections/model.ts';
import { errorWords } from './error-words.ts';
import { AnswerError } from '../flows/oauth2/challenges/fields.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';

/** What is to be known of a connection: "production", "read-only"; empty for others. */
export const remarkOf = ({ production, readOnly }: Connection): string =>
  production ? 'production' : readOnly ? 'read-only' : '';

/** An error as a view shows it, without secrets. */
export function failureWords(error: unknown, connection: Connection, redactor: Redactor): string {
  if (error instanceof AnswerError) return error.message;
  return redactor.text(errorWords(error, connection.name, connection).message);
}
