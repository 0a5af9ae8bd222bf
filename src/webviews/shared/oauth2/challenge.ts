import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { View } from '../connect.ts';
import { banner } from '../pieces/banner.ts';
import { codeBlock } from '../pieces/code-block.ts';
import { facts } from '../pieces/facts.ts';
import { section } from '../pieces/section.ts';
import type { ChallengeModel, DecideMessage, Field, FillMessage } from './contract.ts';
import { fieldOf } from './field.ts';

type ChallengeView = View<FillMessage | DecideMessage>;

/** A request that waits for a decision, with what it takes to decide it: `decided` leaves the request alone. */
export function challengeOf(model: ChallengeModel, view: ChallengeView, decided = false): TemplateResult {
  const { title, about, facts: rows, raw } = model;
  return html`
    <section class="challenge" aria-label=${title}>
      <h2 id="challenge" tabindex="-1">${title}</h2>
      <p class="note">${about}</p>
      ${facts(rows, view)} ${decided ? nothing : forms(model, view)}
      ${section({ id: 'challenge-raw', title: 'The whole request', open: false }, codeBlock({ name: 'the request', text: raw }, view), view)}
    </section>
  `;
}

function forms(model: ChallengeModel, view: ChallengeView): TemplateResult {
  const { key, accept, acceptLabel, reject, problem, busy } = model;
  const form = (name: 'accept' | 'reject', fields: readonly Field[]) =>
    fields.map((field) =>
      fieldOf(name, field, (changed, value) => view.send({ type: 'fill', form: name, name: changed, value })),
    );
  const decide = (decision: DecideMessage['decision']) => () => view.send({ type: 'decide', decision });
  const [needed, more] = [accept.filter(isFirst), accept.filter((field) => !isFirst(field))];
  return html`${keyed(
    key,
    html`
      <form @submit=${(event: Event) => event.preventDefault()} @keydown=${onEnter(decide('accept'))}>
        ${form('accept', needed)}
        ${
          more.length > 0
            ? section({ id: 'challenge-more', title: 'More fields', open: false }, form('accept', more), view)
            : nothing
        }
      </form>
      ${problem ? banner({ severity: 'error', text: problem }) : nothing}
      <div class="actions">
        <vscode-button id="accept" icon="check" ?disabled=${busy} @click=${decide('accept')}
          >${acceptLabel}</vscode-button
        >
      </div>
      ${
        reject
          ? section(
              { id: 'challenge-reject', title: 'Reject instead', open: false },
              html`
                ${form('reject', reject)}
                <div class="actions">
                  <vscode-button
                    id="reject"
                    secondary
                    icon="circle-slash"
                    ?disabled=${busy}
                    @click=${decide('reject')}
                    >Reject</vscode-button
                  >
                </div>
              `,
              view,
            )
          : nothing
      }
    `,
  )}`;
}

/** What is decided each time; the rest is for special cases. */
const FIRST = new Set([
  'subject',
  'remember',
  'user_code',
  'grant_scope',
  'grant_access_token_audience',
  'session.id_token',
]);
const isFirst = ({ name }: Field): boolean => FIRST.has(name);

/** Enter in a field of one line is the button. */
const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  const line = event.target instanceof HTMLInputElement && event.target.type === 'text';
  if (event.key !== 'Enter' || event.isComposing || !(line || event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  act();
};
