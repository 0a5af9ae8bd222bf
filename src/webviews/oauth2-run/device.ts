import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../shared/connect.ts';
import { copyButton } from '../shared/pieces/copy-button.ts';
import { countdown } from '../shared/pieces/countdown.ts';
import type { DeviceModel, RunMessage } from './contract.ts';

/** The code that a device would show, and where it is typed in. */
export const deviceOf = (
  { userCode, verificationUri, expiresAt, interval, canAccept }: DeviceModel,
  view: View<RunMessage>,
): TemplateResult => html`
  <section class="challenge" aria-label="The device waits">
    <h2 id="device" tabindex="-1">The device waits for its user</h2>
    <p class="note">
      The code is typed in at ${verificationUri}. The device asks every ${interval} s, for another
      ${countdown(expiresAt, 'no time: the code has expired')}.
    </p>
    <p class="user-code">${userCode} ${copyButton(view, userCode, 'the user code')}</p>
    <div class="actions">
      ${
        canAccept
          ? html`<vscode-button
              id="accept-device"
              icon="check"
              @click=${() => view.send({ type: 'acceptDevice' })}
              >Sign In Here</vscode-button
            >`
          : nothing
      }
      <vscode-button
        id="open-browser"
        secondary
        icon="globe"
        @click=${() => view.send({ type: 'openBrowser' })}
        >Open in the Browser</vscode-button
      >
    </div>
  </section>
`;
