import { AnswerError, answerFields, bodyOf, rejectable } from '../../../flows/oauth2/challenges/fields.ts';
import type { AnswerField } from '../../../flows/oauth2/challenges/fields.ts';
import type { Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import type { Redactor } from '../../../ory/secrets/redactor.ts';
import type { ChallengeModel, Field } from '../../../webviews/shared/oauth2/contract.ts';
import { challengeFacts, rawText } from './challenge-facts.ts';

export const TITLES: Record<ChallengeRequest['kind'], readonly [string, string, string]> = {
  login: [
    'Login',
    'A client sends a user to sign in. Accept it for whoever has signed in.',
    'Accept the Login',
  ],
  consent: ['Consent', 'A client asks a user for access. Choose what it gets.', 'Accept the Consent'],
  logout: ['Logout', 'A user is about to sign out.', 'Accept the Logout'],
  device: ['Device', 'A user types in the code that a device shows.', 'Accept the Code'],
};

let count = 0;

/** A request that waits for a decision, with what was filled in so far. */
export class ChallengeForm {
  private readonly key = String(++count);
  private readonly fields: Readonly<Record<Decision, readonly AnswerField[]>>;
  private readonly values: Record<Decision, Record<string, string>> = { accept: {}, reject: {} };
  private wrong: AnswerError | undefined;
  /** Why the server refused the last answer. */
  problem = '';
  busy = false;

  constructor(
    readonly request: ChallengeRequest,
    private readonly redactor: Redactor,
  ) {
    this.fields = { accept: answerFields(request, 'accept'), reject: answerFields(request, 'reject') };
    for (const decision of ['accept', 'reject'] as const)
      for (const { name, value } of this.fields[decision])
        if (value !== undefined) this.values[decision][name] = value;
  }

  fill(form: Decision, name: string, value: string): void {
    this.values[form][name] = value;
    if (this.wrong?.field === name) this.wrong = undefined;
  }

  /** @throws {AnswerError} where a field can't be read; the form shows it at its place */
  body(decision: Decision): Record<string, unknown> {
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
    const { request, redactor, problem, busy } = this;
    const [title, about, acceptLabel] = TITLES[request.kind];
    return {
      key: this.key,
      title,
      about: request.skip ? `${about} The browser is remembered: the user need not be asked.` : about,
      facts: challengeFacts(request),
      raw: rawText(request, redactor),
      acceptLabel,
      accept: this.drawn('accept'),
      ...(rejectable(request.kind) ? { reject: this.drawn('reject') } : {}),
      problem,
      busy,
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
