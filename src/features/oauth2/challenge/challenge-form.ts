import * as l10n from '@vscode/l10n';
import type { Container } from '../../../container.ts';
import type { LiveConnection } from '../../../editor/live-connection.ts';
import { AnswerError, answerFields, bodyOf, rejectable } from '../../../flows/oauth2/challenges/fields.ts';
import type { AnswerField } from '../../../flows/oauth2/challenges/fields.ts';
import { answerRequest, type Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import { OneAtATime } from '../../../flows/one-at-a-time.ts';
import type { ChallengeModel, Field } from '../../../webviews/shared/oauth2/contract.ts';
import { failureWords } from '../../../editor/panel-words.ts';
import { challengeFacts, rawText } from './challenge-facts.ts';
import { knownOf } from './known-of.ts';

export const TITLES: Record<ChallengeRequest['kind'], readonly [string, string, string]> = {
  login: [
    'Login',
    l10n.t('A client sends a user to sign in. Accept it for whoever has signed in.'),
    l10n.t('Accept the Login'),
  ],
  consent: [
    'Consent',
    l10n.t('A client asks a user for access. Choose what it gets.'),
    l10n.t('Accept the Consent'),
  ],
  logout: ['Logout', l10n.t('A user is about to sign out.'), l10n.t('Accept the Logout')],
  device: ['Device', l10n.t('A user types in the code that a device shows.'), l10n.t('Accept the Code')],
};

let count = 0;

/** What a decision is sent with. */
export interface AnswerParts {
  readonly container: Pick<Container, 'client' | 'redactor' | 'challenges'>;
  readonly live: LiveConnection;
  readonly signal?: AbortSignal;
  /** Something is to be drawn. */
  readonly changed: () => void;
}

/** What was decided. */
export interface Answered {
  /** Where the browser goes next. */
  readonly next: URL | undefined;
}

/** A request that waits for a decision, with what was filled in so far. */
export class ChallengeForm {
  private readonly key = String(++count);
  private readonly fields: Readonly<Record<Decision, readonly AnswerField[]>>;
  private readonly values: Record<Decision, Record<string, string>> = { accept: {}, reject: {} };
  private wrong: AnswerError | undefined;
  private readonly doing: OneAtATime;
  private decided = false;
  /** Why the last answer was refused. */
  private problem = '';

  constructor(
    readonly request: ChallengeRequest,
    private readonly parts: AnswerParts,
  ) {
    this.doing = new OneAtATime(parts.changed);
    parts.container.challenges.note(knownOf(parts.live.now, request));
    this.fields = { accept: answerFields(request, 'accept'), reject: answerFields(request, 'reject') };
    for (const decision of ['accept', 'reject'] as const)
      for (const { name, value } of this.fields[decision])
        if (value !== undefined) this.values[decision][name] = value;
  }

  fill(form: Decision, name: string, value: string): void {
    this.values[form][name] = value;
    if (this.wrong?.field === name) this.wrong = undefined;
  }

  /**
   * Sends the decision, once.
   * @returns undefined where nothing was decided: what can't be read or was refused stays, to be mended
   */
  async answer(decision: Decision): Promise<Answered | undefined> {
    if (this.decided) return undefined;
    return this.doing.run('Deciding', async () => {
      const { container, live, signal } = this.parts;
      try {
        const body = this.body(decision);
        const api = await container.client(live.forWriting());
        const next = await answerRequest(api, this.request, decision, body, signal ? { signal } : {});
        this.decided = true;
        container.challenges.forget(this.request.challenge);
        return { next };
      } catch (error) {
        if (!(error instanceof AnswerError)) this.problem = failureWords(error, live.now, container.redactor);
        return undefined;
      }
    });
  }

  /** @throws {AnswerError} where a field can't be read; the form shows it at its place */
  private body(decision: Decision): Record<string, unknown> {
    this.wrong = undefined;
    this.problem = '';
    try {
      return bodyOf(this.fields[decision], this.values[decision]);
    } catch (error) {
      if (error instanceof AnswerError) this.wrong = error;
      throw error;
    }
  }

  model(): ChallengeModel {
    const { request, parts, problem, doing, decided } = this;
    const [title, about, acceptLabel] = TITLES[request.kind];
    return {
      key: this.key,
      title,
      about: request.skip
        ? l10n.t('{0} The browser is remembered: the user need not be asked.', about)
        : about,
      facts: challengeFacts(request),
      raw: rawText(request, parts.container.redactor),
      acceptLabel,
      accept: this.drawn('accept'),
      ...(rejectable(request.kind) ? { reject: this.drawn('reject') } : {}),
      problem: problem || (decided ? '' : parts.live.gone),
      busy: doing.busy !== '' || decided,
    };
  }

  private drawn(decision: Decision): Field[] {
    const wrong = this.wrong;
    return this.fields[decision].map(({ name, type, summary, required, choices }) => ({
      name,
      type,
      about: summary,
      value: this.values[decision][name] ?? '',
      ...(required ? { required } : {}),
      ...(choices ? { choices: choices.map((value) => ({ value, label: value })) } : {}),
      ...(wrong?.field === name ? { problem: wrong.message } : {}),
    }));
  }
}
