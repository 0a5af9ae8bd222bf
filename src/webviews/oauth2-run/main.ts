import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connect, type View } from '../shared/connect.ts';
import { challengeOf } from '../shared/oauth2/challenge.ts';
import { fieldOf } from '../shared/oauth2/field.ts';
import { tokenOf } from '../shared/oauth2/token.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { busy } from '../shared/pieces/busy.ts';
import { facts } from '../shared/pieces/facts.ts';
import { heading } from '../shared/pieces/heading.ts';
import { section } from '../shared/pieces/section.ts';
import type { RunMessage, RunModel } from './contract.ts';
import { deviceOf } from './device.ts';
import { stepsOf } from './steps.ts';
import './style.css';

type RunView = View<RunMessage>;

connect<RunModel, RunMessage>((model, view) => {
  const { connection, remark, about, state, reason } = model;
  return html`
    ${heading({
      title: 'OAuth 2.0 flow',
      beside: html`${remark ? badge(remark, 'warning') : nothing}<span class="note">${connection}</span>`,
      about,
    })}
    ${reason ? banner({ severity: 'warning', text: reason }) : nothing}
    ${state === 'setup' ? setup(model, view) : run(model, view)}
  `;
});

function setup({ fields, revision, reason, busy: doing }: RunModel, view: RunView): TemplateResult {
  const start = () => view.send({ type: 'start' });
  return html`
    <form
      class="fields"
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => {
        const line = event.target instanceof HTMLInputElement && event.target.type === 'text';
        if (event.key === 'Enter' && line && !event.isComposing) start();
      }}
    >
      ${keyed(
        revision,
        fields.map((field) =>
          fieldOf('setup', field, (name, value) => view.send({ type: 'fill', form: 'setup', name, value })),
        ),
      )}
    </form>
    <div class="actions">
      <vscode-button id="start" icon="play" ?disabled=${reason !== '' || doing} @click=${start}
        >Start</vscode-button
      >
      <vscode-button
        id="choose-client"
        secondary
        icon="list-selection"
        @click=${() => view.send({ type: 'chooseClient' })}
        >Choose a Client…</vscode-button
      >
    </div>
  `;
}

function run(model: RunModel, view: RunView): TemplateResult {
  const { state, failure, challenge, device, browser, tokens, results, steps, temporary } = model;
  return html`
    <div class="actions">
      ${
        state === 'running'
          ? nothing
          : html`<vscode-button
              id="again"
              secondary
              icon="debug-restart"
              @click=${() => view.send({ type: 'again' })}
              >New Run</vscode-button
            >`
      }
      ${model.actions.map(
        ({ id, label, icon }) => html`
          <vscode-button
            id="act-${id}"
            secondary
            icon=${icon ?? nothing}
            ?disabled=${model.busy}
            @click=${() => view.send({ type: 'act', action: id })}
            >${label}</vscode-button
          >
        `,
      )}
    </div>
    ${
      temporary
        ? html`<p class="note">
            The temporary client ${temporary} is deleted when this tab is closed or a new run begins.
          </p>`
        : nothing
    }
    ${failure ? banner({ severity: 'error', text: failure }) : nothing}
    ${state === 'cancelled' ? banner({ severity: 'info', text: 'The run was cancelled.' }) : nothing}
    ${challenge ? challengeOf(challenge, view) : nothing} ${device ? deviceOf(device, view) : nothing}
    ${browser ? waiting(browser, view) : nothing}
    ${
      state === 'running' && !challenge && !device && !browser
        ? busy('Running…', () => view.send({ type: 'cancel' }))
        : nothing
    }
    ${
      state === 'running' && (challenge ?? device ?? browser)
        ? html`<div class="actions">
            <vscode-button id="cancel" secondary icon="close" @click=${() => view.send({ type: 'cancel' })}
              >Cancel the Run</vscode-button
            >
          </div>`
        : nothing
    }
    ${results.map(({ title, rows }, at) => section({ id: `result-${at}`, title }, facts(rows, view), view))}
    ${tokens.map((token) => tokenOf(token, view, model.busy))}
    ${section({ id: 'steps', title: 'Steps', beside: badge(String(steps.length)) }, stepsOf(steps, view), view)}
  `;
}

function waiting({ text, paste }: NonNullable<RunModel['browser']>, view: RunView): TemplateResult {
  return html`
    <section class="challenge" aria-label="Waiting for the browser">
      <h2 id="browser" tabindex="-1">Waiting for the browser</h2>
      <p>${text}</p>
      <div class="actions">
        ${
          paste
            ? html`<vscode-button id="paste" icon="clippy" @click=${() => view.send({ type: 'paste' })}
                >Paste the Address…</vscode-button
              >`
            : nothing
        }
        <vscode-button
          id="open-browser"
          secondary
          icon="globe"
          @click=${() => view.send({ type: 'openBrowser' })}
          >Open the Browser Again</vscode-button
        >
      </div>
    </section>
  `;
}
