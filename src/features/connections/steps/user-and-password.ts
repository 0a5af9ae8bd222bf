import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { basicOf, userProblem } from '../../../connections/authorization.ts';
import { destinationWords, type Reached } from '../../../connections/destination.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding } from '../../../editor/wizard-input.ts';
import { headingFor } from './key.ts';

/** The button of the other way was pressed. */
export const OTHER = Symbol('other');

export interface PairQuestion {
  /** What it opens, for messages. */
  readonly where: string;
  readonly origins: readonly string[];
  readonly reached: Reached;
  readonly because?: string;
  readonly user?: string;
  readonly other?: vscode.QuickInputButton;
  /** @param header the header of the two */
  readonly check: (header: string, signal: AbortSignal) => Promise<Finding>;
}

/** Asks for a user name, then for its password, and hands back the header of the two; empty where one does without. */
export async function askUserAndPassword(
  place: StepPlace,
  { where, origins, reached, because, other, check, ...question }: PairQuestion,
): Promise<Answered<string> | typeof OTHER> {
  const destination = destinationWords(origins, reached);
  for (let user = question.user ?? ''; ;) {
    const named = await enter(place, {
      heading: headingFor(l10n.t('user name'), origins, reached),
      prompt: sentences(
        l10n.t('User name for {0} (basic authentication). Leave it empty to do without.', where),
        because,
        destination,
      ),
      value: user,
      ...(other ? { other } : {}),
      validate: (text) => refusedFor(userProblem(text)),
    });
    if (named === BACK || named === CANCELLED) return named;
    if (named.other) return OTHER;
    user = named.text;
    if (user === '') return '';
    const password = await enter(
      { ...place, canGoBack: true },
      {
        heading: headingFor(l10n.t('password of {0}', user), origins, reached),
        prompt: sentences(
          l10n.t(
            'Password of {0} for {1}. It is kept in VS Code’s secret store, never in settings.',
            user,
            where,
          ),
          destination,
        ),
        password: true,
        verbatim: true,
        check: (text, signal) => check(basicOf(user, text), signal),
      },
    );
    if (password === CANCELLED) return CANCELLED;
    if (password !== BACK) return basicOf(user, password.text);
  }
}

export const refusedFor = (problem: string | undefined): Finding =>
  problem === undefined ? { severity: 'ok' } : { severity: 'refused', message: problem };

export const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
