import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { headerOf, headerProblem } from '../../../connections/authorization.ts';
import { destinationWords, type Reached } from '../../../connections/destination.ts';
import { tryService } from '../../../connections/probe/try-service.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding } from '../../../editor/wizard-input.ts';
import type { TransportSettings } from '../../../ory/http/transport.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { headingFor } from './key.ts';
import { askUserAndPassword, OTHER, refusedFor, sentences } from './user-and-password.ts';

export interface AuthorizationQuestion {
  /** What it opens, for messages. */
  readonly where: string;
  /** The address at which it is tried, as that of which service. */
  readonly address: string;
  readonly service: Service;
  /** Where it will be sent. */
  readonly origins: readonly string[];
  readonly reached: Reached;
  readonly learn: (secret: string) => void;
  readonly because?: string;
  readonly settings?: TransportSettings;
  /** The schemes that the server asks for, in lower case. */
  readonly schemes?: readonly string[];
  /** A user name that is known already. */
  readonly user?: string;
}

const USE_PASSWORD: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('account'),
  tooltip: vscode.l10n.t('Use a User Name and Password'),
};
const USE_TOKEN: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('key'),
  tooltip: vscode.l10n.t('Use an Access Token'),
};

/**
 * Asks for what servers behind a gateway want to see in `Authorization`, and tries it at one of them: an access token,
 * the header of any other scheme, or a user name and password.
 * @returns what `headerOf` makes a header of; empty where one does without
 */
export async function askAuthorization(
  place: StepPlace,
  question: AuthorizationQuestion,
): Promise<Answered<string>> {
  const { schemes = [], user } = question;
  let byPassword = user !== undefined || (schemes.includes('basic') && !schemes.includes('bearer'));
  for (;;) {
    const answer: Answered<string> | typeof OTHER = byPassword
      ? await askUserAndPassword(place, {
          ...question,
          other: USE_TOKEN,
          check: (header, signal) =>
            tried(question, header, signal, vscode.l10n.t('The user name and password')),
        })
      : await askToken(place, question);
    if (answer !== OTHER) return answer;
    byPassword = !byPassword;
  }
}

async function askToken(
  place: StepPlace,
  question: AuthorizationQuestion,
): Promise<Answered<string> | typeof OTHER> {
  const { where, origins, reached, because } = question;
  const answer = await enter(place, {
    heading: headingFor(vscode.l10n.t('access token'), origins, reached),
    prompt: sentences(
      vscode.l10n.t(
        'Access token for {0}, sent as “Authorization: Bearer …”. The header of another scheme, such as “Token …”, is given whole. Leave it empty to do without.',
        where,
      ),
      because,
      destinationWords(origins, reached),
    ),
    password: true,
    other: USE_PASSWORD,
    validate: (text) => refusedFor(headerProblem(text)),
    check: (text, signal) => tried(question, text, signal, vscode.l10n.t('The token')),
  });
  if (answer === BACK || answer === CANCELLED) return answer;
  return answer.other ? OTHER : answer.text;
}

/** Tries it at the one address; what it says of others is for the field of the address. */
async function tried(
  { address, service, settings, learn }: AuthorizationQuestion,
  kept: string,
  signal: AbortSignal,
  what: string,
): Promise<Finding> {
  learn(kept);
  const { verdict, probed } = await tryService(address, service, {
    authorization: headerOf(kept),
    signal,
    ...(settings ? { settings } : {}),
  });
  const were = what.endsWith('password') ? 'were' : 'was';
  if (verdict.asksForCredential) {
    const status = probed?.refusal?.status ?? 401;
    return {
      severity: 'wrong',
      message: vscode.l10n.t('{0} {1} refused by {2} ({3}).', what, were, originOf(address), status),
    };
  }
  return verdict.ok
    ? { severity: 'ok', message: `${what} ${were} taken. ${verdict.message}` }
    : { severity: 'wrong', message: verdict.message };
}
