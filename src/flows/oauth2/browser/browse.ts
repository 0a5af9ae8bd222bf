import * as l10n from '@vscode/l10n';
import { type ChallengeRequest, readRequest } from '../challenges/request.ts';
import type { RunContext } from '../context.ts';
import type { EditorBrowser } from './follow.ts';
import { type Arrival } from './follow.ts';

/**
 * Has a person decide a request.
 * @returns where the browser goes next; undefined where it goes nowhere (a logout that was rejected)
 */
export type Decide = (request: ChallengeRequest) => Promise<URL | undefined>;

export type Ended = Exclude<Arrival, { at: 'challenge' }>;

const TITLES: Record<ChallengeRequest['kind'], string> = {
  login: l10n.t('Who signs in?'),
  consent: l10n.t('What is the client allowed?'),
  logout: l10n.t('Sign out?'),
  device: l10n.t('Which device?'),
};

/**
 * Takes the editor's browser through a flow; whatever a login, consent, logout or device app would decide is decided
 * by `decide`.
 * @param callback the redirect URI at which the client is
 * @returns where it ended; undefined where a decision led nowhere
 */
export async function browse(
  context: Pick<RunContext, 'api' | 'trace' | 'signal' | 'redactor'>,
  browser: EditorBrowser,
  url: URL,
  callback: string | undefined,
  decide: Decide,
): Promise<Ended | undefined> {
  const { api, trace, signal, redactor } = context;
  let at = await trace.step(l10n.t('Open the provider’s page'), () => browser.visit(url, callback));
  while (at.at === 'challenge') {
    const { kind, challenge, url: page } = at;
    redactor.learn(challenge);
    const userCode = kind === 'device' ? page.searchParams.get('user_code') : null;
    const next = await trace.step(
      TITLES[kind],
      async (step) => {
        step.note(
          l10n.t('The provider asks the {0} app at {1}{2}: you are it.', kind, page.origin, page.pathname),
        );
        const request = await readRequest(api, kind, challenge, { signal });
        return decide({ ...request, ...(userCode ? { userCode } : {}) });
      },
      'waiting',
    );
    if (!next) return undefined;
    at = await trace.step(l10n.t('Go back to the provider'), () => browser.visit(next, callback));
  }
  return at;
}
