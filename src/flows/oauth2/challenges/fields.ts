import * as l10n from '@vscode/l10n';
import type { Decision } from './answer.ts';
import type { ChallengeKind } from './parse.ts';
import type { ChallengeRequest } from './request.ts';

/** One field of an answer, as the API calls it. */
export interface AnswerField {
  /** Path within the body, with dots: `session.id_token`. */
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'list' | 'json';
  readonly required?: boolean;
  readonly summary: string;
  /** What stands in the field at first. */
  readonly value?: string;
  /** What a list is chosen from; more can be added. */
  readonly choices?: readonly string[];
}

const REMEMBER: readonly AnswerField[] = [
  { name: 'remember', type: 'boolean', summary: l10n.t('Do not ask again in this browser.') },
  { name: 'remember_for', type: 'number', summary: l10n.t('Seconds; 0: for good.') },
];

const REJECTING: readonly AnswerField[] = [
  { name: 'error', type: 'text', summary: l10n.t('Error that the client is told.'), value: 'access_denied' },
  {
    name: 'error_description',
    type: 'text',
    summary: l10n.t('What went wrong, for the client’s developers.'),
  },
  { name: 'error_hint', type: 'text', summary: l10n.t('How it could be mended.') },
  { name: 'error_debug', type: 'text', summary: l10n.t('For the server’s log; the client does not get it.') },
  { name: 'status_code', type: 'number', summary: l10n.t('HTTP status; 403 where it is left out.') },
];

/** The fields with which a request is accepted or rejected, filled in with what was asked for. */
export function answerFields(request: ChallengeRequest, decision: Decision): readonly AnswerField[] {
  if (decision === 'reject') return rejectable(request.kind) ? REJECTING : [];
  switch (request.kind) {
    case 'login':
      return [
        {
          name: 'subject',
          type: 'text',
          required: true,
          summary: l10n.t('Who signed in: the identity’s id, as a rule.'),
          value: request.subject,
        },
        ...REMEMBER,
        {
          name: 'extend_session_lifespan',
          type: 'boolean',
          summary: l10n.t('Begin the remembered time anew.'),
        },
        { name: 'acr', type: 'text', summary: l10n.t('How well the user was authenticated.') },
        { name: 'amr', type: 'list', summary: l10n.t('How the user was authenticated: pwd, otp, …') },
        {
          name: 'identity_provider_session_id',
          type: 'text',
          summary: l10n.t('Session at the login app, ended with this login (a Kratos session id).'),
        },
        {
          name: 'force_subject_identifier',
          type: 'text',
          summary: l10n.t('The subject that this client sees, where subjects are pairwise.'),
        },
        { name: 'context', type: 'json', summary: l10n.t('JSON object for the consent app.') },
      ];
    case 'consent':
      return [
        {
          name: 'grant_scope',
          type: 'list',
          summary: l10n.t('Scopes that are granted.'),
          value: request.scope.join(' '),
          choices: request.scope,
        },
        {
          name: 'grant_access_token_audience',
          type: 'list',
          summary: l10n.t('Audiences that are granted.'),
          value: request.audience.join(' '),
          choices: request.audience,
        },
        ...REMEMBER,
        {
          name: 'session.id_token',
          type: 'json',
          summary: l10n.t('Claims for the ID token, as a JSON object.'),
        },
        {
          name: 'session.access_token',
          type: 'json',
          summary: l10n.t('Claims for the access token and its introspection, as a JSON object.'),
        },
        { name: 'context', type: 'json', summary: l10n.t('JSON object that is kept with the consent.') },
      ];
    case 'device':
      return [
        {
          name: 'user_code',
          type: 'text',
          required: true,
          summary: l10n.t('The code that the device shows.'),
          value: request.userCode ?? '',
        },
      ];
    case 'logout':
      return [];
  }
}

/** A device's request can't be rejected: the user just does not go on. */
export const rejectable = (kind: ChallengeKind): boolean => kind !== 'device';

/** What is wrong with what a person filled in, by the field's name. */
export class AnswerError extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The body that fields make; what is empty is left out, so that older servers are sent nothing that they don't know.
 * @throws {AnswerError} naming the field that can't be read
 */
export function bodyOf(
  fields: readonly AnswerField[],
  values: Readonly<Record<string, string | boolean | undefined>>,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = readField(field, values[field.name]);
    if (value === undefined) continue;
    const [head = '', tail] = field.name.split('.');
    if (tail) body[head] = { ...(body[head] as object | undefined), [tail]: value };
    else body[head] = value;
  }
  return body;
}

function readField({ name, type, required }: AnswerField, given: string | boolean | undefined): unknown {
  if (type === 'boolean') return given === true || given === 'true' ? true : undefined;
  const text = String(given ?? '').trim();
  if (text === '') {
    if (required) throw new AnswerError(name, l10n.t('{0} is needed.', name));
    return undefined;
  }
  switch (type) {
    case 'text':
      return text;
    case 'number':
      if (!/^\d+$/.test(text)) throw new AnswerError(name, l10n.t('{0} is a whole number.', name));
      return Number(text);
    case 'list':
      return text.split(/[\s,]+/);
    case 'json':
      return readObject(name, text);
  }
}

function readObject(name: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AnswerError(name, `${name} is no JSON: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AnswerError(name, l10n.t('{0} is a JSON object: {"name": "value"}.', name));
  return value;
}
