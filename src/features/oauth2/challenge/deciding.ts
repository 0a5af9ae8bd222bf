import type { Connection } from '../../../connections/model.ts';
import type { KnownChallenges } from '../../../editor/known-challenges.ts';
import { AnswerError } from '../../../flows/oauth2/challenges/fields.ts';
import { answerRequest, type Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import type { OryClient } from '../../../ory/client.ts';
import { OryError } from '../../../ory/errors.ts';
import type { Redactor } from '../../../ory/secrets/redactor.ts';
import { failureWords } from '../words.ts';
import { ChallengeForm } from './challenge-form.ts';
import { knownOf } from './known-of.ts';

interface DecidingParts {
  readonly api: OryClient;
  readonly connection: Connection;
  readonly redactor: Redactor;
  /** Remembers what waits for a decision. */
  readonly challenges: KnownChallenges;
  readonly signal?: AbortSignal;
  /** Something is to be drawn. */
  readonly changed: () => void;
}

/** Lets a person decide one request after the other. */
export class Deciding {
  form: ChallengeForm | undefined;
  private settle: ((next: URL | undefined) => void) | undefined;

  constructor(private readonly parts: DecidingParts) {}

  /** Shows a request until it is decided. @returns where the browser goes next */
  readonly decide = (request: ChallengeRequest): Promise<URL | undefined> =>
    new Promise((resolve, reject) => {
      const { redactor, signal, changed, challenges, connection } = this.parts;
      const end = () => {
        this.form = undefined;
        this.settle = undefined;
        signal?.removeEventListener('abort', cancelled);
        changed();
      };
      const cancelled = () => {
        end();
        reject(new OryError('cancelled', 'Cancelled.'));
      };
      signal?.addEventListener('abort', cancelled, { once: true });
      this.form = new ChallengeForm(request, redactor);
      challenges.note(knownOf(connection, request));
      this.settle = (next) => {
        end();
        resolve(next);
      };
      changed();
    });

  /** Sends the decision; what the server refuses stays to be mended. */
  async answer(decision: Decision): Promise<void> {
    const { form, settle, parts } = this;
    if (!form || !settle || form.busy) return;
    const { api, connection, redactor, challenges, changed, signal } = parts;
    try {
      const body = form.body(decision);
      form.busy = true;
      changed();
      const next = await answerRequest(api, form.request, decision, body, signal ? { signal } : {});
      challenges.forget(form.request.challenge);
      settle(next);
    } catch (error) {
      if (!(error instanceof AnswerError)) form.problem = failureWords(error, connection, redactor);
      form.busy = false;
      changed();
    }
  }
}
