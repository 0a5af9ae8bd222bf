import type { Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import { OryError } from '../../../ory/errors.ts';
import { type AnswerParts, ChallengeForm } from './challenge-form.ts';

/** Lets a person decide one request after the other. */
export class Deciding {
  form: ChallengeForm | undefined;
  private settle: ((next: URL | undefined) => void) | undefined;

  constructor(private readonly parts: AnswerParts) {}

  /** Shows a request until it is decided. @returns where the browser goes next */
  readonly decide = (request: ChallengeRequest): Promise<URL | undefined> =>
    new Promise((resolve, reject) => {
      const { signal, changed } = this.parts;
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
      this.form = new ChallengeForm(request, this.parts);
      this.settle = (next) => {
        end();
        resolve(next);
      };
      changed();
    });

  /** Sends the decision; what the server refuses stays to be mended. */
  async answer(decision: Decision): Promise<void> {
    const { form, settle } = this;
    const answered = await form?.answer(decision);
    if (answered) settle?.(answered.next);
  }
}
