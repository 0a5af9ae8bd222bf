import { html, nothing } from 'lit';
import { connect } from '../shared/connect.ts';
import { tokenOf } from '../shared/oauth2/token.ts';
import { badge } from '../shared/pieces/badge.ts';
import { banner } from '../shared/pieces/banner.ts';
import { heading } from '../shared/pieces/heading.ts';
import type { TokenPageMessage, TokenPageModel } from './contract.ts';
import './style.css';

connect<TokenPageModel, TokenPageMessage>(
  ({ connection, remark, token, problem, busy }, view) => html`
    ${heading({
      title: 'Token',
      beside: html`${remark ? badge(remark, 'warning') : nothing}<span class="note">${connection}</span>`,
      about:
        'The token itself stays in the extension’s memory until this tab is closed; it is written nowhere.',
    })}
    ${problem ? banner({ severity: 'error', text: problem }) : nothing} ${tokenOf(token, view, busy)}
  `,
);
