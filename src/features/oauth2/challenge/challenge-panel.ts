import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { openOutside } from '../../../editor/open-outside.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
import { AnswerError } from '../../../flows/oauth2/challenges/fields.ts';
import { answerRequest, type Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import { isSecure } from '../../../flows/oauth2/secure.ts';
import {
  type ChallengeMessage,
  challengeMessages,
  type ChallengePageModel,
} from '../../../webviews/oauth2-challenge/contract.ts';
import type { OAuth2 } from '../oauth2.ts';
import { failureWords, remarkOf } from '../words.ts';
import { ChallengeForm, TITLES } from './challenge-form.ts';
import { knownOf } from './known-of.ts';

/** A panel in which one request is decided, in place of a login, consent, logout or device app. */
export class ChallengePanel {
  private readonly form: ChallengeForm;
  private webview: Webview<ChallengePageModel, ChallengeMessage> | undefined;
  private next: URL | undefined;
  private outcome = '';

  constructor(
    private readonly oauth2: OAuth2,
    private readonly connection: Connection,
    private readonly request: ChallengeRequest,
  ) {
    this.form = new ChallengeForm(request, oauth2.container.redactor);
    oauth2.container.challenges.note(knownOf(connection, request));
  }

  async show(): Promise<void> {
    this.webview = await this.oauth2.container.openWebview(
      { name: 'oauth2-challenge', messages: challengeMessages },
      {
        title: `${TITLES[this.request.kind][0]} challenge · ${this.connection.name}`,
        model: () => this.model(),
        onMessage: (message) => this.hear(message),
      },
    );
  }

  private model(): ChallengePageModel {
    return {
      connection: this.connection.name,
      remark: remarkOf(this.connection),
      challenge: this.form.model(),
      outcome: this.outcome,
      canFollow: this.next !== undefined,
    };
  }

  private async hear(message: ChallengeMessage): Promise<void> {
    switch (message.type) {
      case 'fill':
        if (message.form !== 'setup') this.form.fill(message.form, message.name, message.value);
        break;
      case 'decide':
        await this.decide(message.decision);
        break;
      case 'follow':
        if (this.next) await follow(this.next);
        break;
      case 'copyNext':
        // It holds a verifier, so it goes to the clipboard without passing the view.
        await vscode.env.clipboard.writeText(this.next?.href ?? '');
        vscode.window.setStatusBarMessage('$(check) Copied the address', 4000);
        break;
    }
    this.webview?.refresh();
  }

  private async decide(decision: Decision): Promise<void> {
    const { form, request, connection, oauth2 } = this;
    const { redactor } = oauth2.container;
    if (connection.readOnly) {
      form.problem = `${connection.name} is a read-only connection: nothing is decided through it.`;
      return;
    }
    try {
      const body = form.body(decision);
      form.busy = true;
      this.webview?.refresh();
      const api = await oauth2.container.client(connection);
      this.next = await answerRequest(api, request, decision, body);
      oauth2.container.challenges.forget(request.challenge);
      this.outcome = outcomeWords(request, decision, this.next);
      this.webview?.announce(this.outcome);
      // What had the keyboard is gone with the form.
      this.webview?.refresh();
      this.webview?.focus(this.next ? 'follow' : 'challenge');
    } catch (error) {
      if (!(error instanceof AnswerError)) form.problem = failureWords(error, connection, redactor);
    }
    form.busy = false;
  }
}

function outcomeWords({ kind }: ChallengeRequest, decision: Decision, next: URL | undefined): string {
  const done = decision === 'accept' ? 'accepted' : 'rejected';
  const where = next
    ? ` The browser goes on to ${next.origin}${next.pathname}: it has to be the one that came with the challenge.`
    : ' The browser stays where it is.';
  return `The ${kind} request was ${done}.${where}`;
}

async function follow(url: URL): Promise<void> {
  if (isSecure(url.href)) await openOutside(url.href);
  else
    void vscode.window.showWarningMessage(
      `${url.origin} is not https: its address holds a secret, which would travel unprotected.`,
    );
}
