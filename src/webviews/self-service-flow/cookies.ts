import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../shared/connect.ts';
import { section } from '../shared/pieces/section.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { button } from './button.ts';
import type { FlowMessage, FlowModel } from './contract.ts';

/** How requests show who is asking: cookies and CSRF token of a browser, or the token of an app. */
export const cookiesSection = (model: FlowModel, view: View<FlowMessage>): TemplateResult =>
  section(
    {
      id: 'cookies',
      title: 'Cookies, CSRF and tokens',
      beside: model.cookies.length > 0 ? badge(String(model.cookies.length)) : nothing,
      open: false,
    },
    html`
      <p>${model.credentials}</p>
      ${model.csrf ? html`<p>${model.csrf}</p>` : nothing}
      ${
        model.cookies.length > 0
          ? html`<dl class="facts">
              ${model.cookies.map(
                ({ name, about }) =>
                  html`<dt>${name}</dt>
                    <dd><span class="value">${about}</span></dd>`,
              )}
            </dl>`
          : nothing
      }
      ${model.refusedCookies.map(({ name, about }) =>
        banner({ severity: 'warning', text: `A browser would not keep the cookie ${name}: ${about}` }),
      )}
      <div class="actions">
        ${button(view, 'enterToken', 'Enter a Session Token…', { secondary: true })}
        ${button(view, 'enterCookies', 'Enter Cookies…', { secondary: true })}
        ${model.cookies.length > 0 ? button(view, 'clearCookies', 'Clear Cookies', { secondary: true }) : nothing}
      </div>
      <p class="note">Values are never shown. They stay in the memory of this window.</p>
    `,
    view,
  );
