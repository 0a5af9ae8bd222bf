import { html, nothing } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connect } from '../shared/connect.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { facts } from '../shared/pieces/facts.ts';
import { heading } from '../shared/pieces/heading.ts';
import { section } from '../shared/pieces/section.ts';
import type { ProviderMessage, ProviderModel } from './contract.ts';
import './style.css';

connect<ProviderModel, ProviderMessage>((model, view) => {
  const { connection, remark, problem, busy, issuer, oddities, keys, groups, readAt } = model;
  const button = (type: ProviderMessage['type'], icon: string, label: string) => html`
    <vscode-button
      id=${type}
      secondary
      icon=${icon}
      ?disabled=${busy && type !== 'json'}
      @click=${() => view.send({ type })}
      >${label}</vscode-button
    >
  `;
  return html`
    ${heading({
      title: issuer || 'OpenID provider',
      beside: html`${remark ? badge(remark, 'warning') : nothing}<span class="note">${connection}</span>`,
      about: `Read at ${readAt}.`,
    })}
    ${problem ? banner({ severity: 'error', text: problem }) : nothing}
    <div class="actions">
      ${button('refresh', 'refresh', 'Refresh')} ${button('json', 'json', 'Open as JSON')}
      ${button('flow', 'play', 'Try a Flow…')}
    </div>
    ${section(
      { id: 'oddities', title: 'What is odd', beside: badge(String(oddities.length)) },
      oddities.length === 0
        ? banner({ severity: 'success', text: 'Nothing was found that clients would stumble over.' })
        : oddities.map(({ severity, what, why }) => banner({ severity, text: what, detail: why })),
      view,
    )}
    ${section(
      { id: 'keys', title: 'Keys', beside: badge(String(keys.length)) },
      keys.length > 0 ? facts(keys, view) : html`<p class="note">It publishes none.</p>`,
      view,
    )}
    ${groups.map(({ title, rows }, at) =>
      rows.length > 0 ? section({ id: `group-${at}`, title }, facts(rows, view), view) : nothing,
    )}
  `;
});
