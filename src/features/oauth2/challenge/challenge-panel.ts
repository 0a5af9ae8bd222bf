import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { openOutside } from '../../../editor/open-outside.ts';
import { Panel } from '../../../editor/panel.ts';
import type { Decision } from '../../../flows/oauth2/challenges/answer.ts';
import type { ChallengeRequest } from '../../../flows/oauth2/challenges/request.ts';
import { isSecure } from '../../../flows/oauth2/secure.ts';
import {
  type ChallengeMessage,
  challengeMessages,
  type ChallengePageModel,
} from '../../../webviews/oauth2-challenge/contract.ts';
import { mayWrite } from '../may-write.ts';
import type { OAuth2 } from '../oauth2.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import { ChallengeForm, TITLES } from './challenge-form.ts';

/** A panel in which one request is decided, in place of a login, consent, logout or device app. */
export class ChallengePanel extends Panel<ChallengePageModel, ChallengeMessage> {
  protected readonly kind = { name: 'oauth2-challenge', messages: challengeMessages };
  private readonly form: ChallengeForm;
  private next: URL | undefined;
  private outcome = '';

  constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    private readonly request: ChallengeRequest,
  ) {
    const { container } = oauth2;
    super(container, connection, ['hydra-admin']);
    const changed = () => this.refresh();
    this.form = new ChallengeForm(request, { container, live: this.live, changed });
  }

  protected title(): string {
    return `${TITLES[this.request.kind][0]} challenge · ${this.live.now.name}`;
  }

  protected model(): ChallengePageModel {
    return {
      connection: this.live.now.name,
      remark: remarkOf(this.live.now),
      challenge: this.form.model(),
      outcome: this.outcome,
      canFollow: this.next !== undefined,
    };
  }

  protected async hear(message: ChallengeMessage): Promise<void> {
    switch (message.type) {
      case 'fill':
        if (message.form !== 'setup') this.form.fill(message.form, message.name, message.value);
        break;
      case 'decide':
        await this.attempt('Deciding', () => this.decide(message.decision));
        break;
      case 'follow':
        if (this.next) await follow(this.next);
        break;
      case 'copyNext':
        // It holds a verifier, so it goes to the clipboard without passing the view.
        await vscode.env.clipboard.writeText(this.next?.href ?? '');
        vscode.window.setStatusBarMessage(vscode.l10n.t('$(check) Copied the address'), 4000);
        break;
    }
    this.refresh();
  }

  private async decide(decision: Decision): Promise<void> {
    const { oauth2, live } = this;
    const sure =
      live.readOnlyReason !== '' ||
      (await mayWrite(oauth2, this, live, {
        what: vscode.l10n.t('Decide the {0} request', this.request.kind),
        consequence: vscode.l10n.t('Your decision takes effect at once, in place of your app’s.'),
        verb: vscode.l10n.t('Decide'),
      }));
    if (!sure) return;
    const answered = await this.form.answer(decision);
    if (!answered) return;
    this.next = answered.next;
    this.outcome = outcomeWords(this.request, decision, this.next);
    this.announce(this.outcome);
    // What had the keyboard is gone with the form.
    this.lookAt(this.next ? 'follow' : 'challenge');
  }
}

function outcomeWords({ kind }: ChallengeRequest, decision: Decision, next: URL | undefined): string {
  const done = decision === 'accept' ? 'accepted' : 'rejected';
  const where = next
    ? vscode.l10n.t(
        ' The browser goes on to {0}{1}: it has to be the one that came with the challenge.',
        next.origin,
        next.pathname,
      )
    : vscode.l10n.t(' The browser stays where it is.');
  return vscode.l10n.t('The {0} request was {1}.{2}', kind, done, where);
}

async function follow(url: URL): Promise<void> {
  if (isSecure(url.href)) await openOutside(url.href);
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} is not https: its address holds a secret, which would travel unprotected.',
        url.origin,
      ),
    );
}
