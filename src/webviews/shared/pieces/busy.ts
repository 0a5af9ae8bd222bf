import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';

/** Something that takes a while. @param cancel gives it up; left out where that can't be done */
export const busy = (text: string, cancel?: () => void): TemplateResult => html`
  <div class="busy" role="status">
    <vscode-progress-ring aria-hidden="true"></vscode-progress-ring>
    <span>${text}</span>
    ${cancel ? html`<vscode-button secondary @click=${cancel}>Cancel</vscode-button>` : nothing}
  </div>
`;
