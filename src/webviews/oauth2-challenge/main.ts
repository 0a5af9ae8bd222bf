import { html, nothing } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connect } from '../shared/connect.ts';
import { challengeOf } from '../shared/oauth2/challenge.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { heading } from '../shared/pieces/heading.ts';
import type { ChallengeMessage, ChallengePageModel } from './contract.ts';
import './style.css';

connect<ChallengePageModel, ChallengeMessage>(
  ({ connection, remark, challenge, outcome, canFollow }, view) => html`
    ${heading({
      title: 'OAuth 2.0 challenge',
      beside: html`${remark ? badge(remark, 'warning') : nothing}<span class="note">${connection}</span>`,
    })}
    ${
      outcome
        ? banner({
            severity: 'success',
            text: outcome,
            detail: canFollow
              ? html`<div class="actions">
                  <vscode-button id="follow" icon="globe" @click=${() => view.send({ type: 'follow' })}
                    >Go On in the Browser</vscode-button
                  >
                  <vscode-button
                    id="copy-next"
                    secondary
                    icon="copy"
                    @click=${() => view.send({ type: 'copyNext' })}
                    >Copy the Address</vscode-button
                  >
                </div>`
              : nothing,
          })
        : nothing
    }
    ${challengeOf(challenge, view, outcome !== '')}
  `,
);
