import './style.css';
import { html, nothing, type TemplateResult } from 'lit';
import { connect, type View } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { busy } from '../shared/pieces/busy.ts';
import { countdown } from '../shared/pieces/countdown.ts';
import { facts } from '../shared/pieces/facts.ts';
import { heading } from '../shared/pieces/heading.ts';
import { section } from '../shared/pieces/section.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel, ShownFlow } from './contract.ts';
import { cookiesSection } from './cookies.ts';
import { formSection } from './form.ts';
import { messageList } from './message.ts';
import { outcomeBanner } from './outcome.ts';
import { payloadSection } from './payload.ts';
import { sessionSection } from './session.ts';
import { stepsSection } from './steps.ts';

type FlowView = View<FlowMessage>;

connect<FlowModel, FlowMessage>((model, view) => {
  const { flow } = model;
  return html`
    ${top(model)}
    <div class="actions" role="toolbar" aria-label="The flow">
      ${button(view, 'startOther', 'Start a Flow…', { secondary: flow !== undefined })}
      ${
        flow
          ? [
              button(view, 'read', 'Read Again', { secondary: true }),
              button(view, 'startAgain', 'Start Anew', { secondary: true }),
              button(view, 'showFlow', 'Show JSON', { secondary: true }),
              button(view, 'openInBrowser', 'Start in the Browser', { secondary: true }),
            ]
          : nothing
      }
    </div>
    <div class="progress">
      ${model.busy ? busy(`${model.busy}…`, () => view.send({ do: 'cancel' })) : nothing}
    </div>
    ${outcomeBanner(model, view)} ${flow ? messageList('flow', flow.messages) : nothing}
    ${flow ? oauth2Section(flow, view) : nothing} ${flow ? formSection(model, flow, view) : nothing}
    ${sessionSection(model, view)} ${flow ? payloadSection(model, view) : nothing}
    ${cookiesSection(model, view)} ${flow ? aboutSection(flow, view) : nothing} ${stepsSection(model, view)}
  `;
});

function top({ flow, connection, production }: FlowModel): TemplateResult {
  const where = `${connection}${production ? ' (production)' : ''}`;
  if (!flow) return heading({ title: 'Self-service', about: where });
  return heading({
    title: `${flow.title} flow`,
    beside: html`
      ${flow.state ? badge(flow.state, flow.state === 'choose_method' ? 'neutral' : 'good') : nothing}
      ${badge(flow.kind)}
      ${
        flow.expires === undefined
          ? nothing
          : html`<span class="expiry">Expires in ${countdown(flow.expires, 'no time: it has expired')}</span>`
      }
    `,
    about: where,
  });
}

const aboutSection = ({ facts: all }: ShownFlow, view: FlowView): TemplateResult =>
  section({ id: 'about', title: 'About the flow', open: false }, facts(all, view), view);

const oauth2Section = ({ oauth2 }: ShownFlow, view: FlowView) =>
  oauth2.length > 0
    ? section({ id: 'oauth2', title: 'For an OAuth 2.0 client' }, facts(oauth2, view), view)
    : nothing;
