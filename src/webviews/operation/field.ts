import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { initially } from '../shared/initially.ts';
import type { FormField } from './contract.ts';

/** What a field tells the form. */
export interface FieldEvents {
  readonly change: (name: string, text: string) => void;
  readonly leave: (name: string) => void;
}

/** A field with its name, what it is for, what is at hand for it, and what is wrong with it. */
export function fieldOf(field: FormField, events: FieldEvents): TemplateResult {
  const { name, kind, required, summary, bounds, problem, offers, text } = field;
  const known = offers.find(({ value }) => value === text);
  // A group of checkboxes has no one element that a label could belong to.
  const label = html`${name}${required ? html`<span class="required" title="required">*</span>` : nothing}`;
  return html`
    <div class="field ${problem ? 'wrong' : ''}" @focusout=${() => events.leave(name)}>
      <div class="name">
        ${
          kind === 'choices'
            ? html`<span id="label-${name}">${label}</span>`
            : html`<label id="label-${name}" for="field-${name}">${label}</label>`
        }
        ${bounds ? html`<span class="note">${bounds}</span>` : nothing}
      </div>
      <p id="about-${name}" class="note">${summary}</p>
      ${control(field, events)}
      ${
        known && known.name !== known.value
          ? html`<p class="note">${known.name} · ${known.from}</p>`
          : nothing
      }
      <p id="problem-${name}" class="problem">${problem}</p>
    </div>
  `;
}

function control(field: FormField, events: FieldEvents): TemplateResult {
  switch (field.kind) {
    case 'choice':
      return choice(field, field.values, events);
    case 'flag':
      return choice(field, ['true', 'false'], events);
    case 'choices':
      return choices(field, events);
    case 'list':
      return list(field, events);
    case 'text':
    case 'number':
    case 'secret':
      return input(field, events);
  }
}

const described = ({ name }: FormField) => `about-${name} problem-${name}`;
const typed = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement | HTMLTextAreaElement).value;

function input(field: FormField, { change }: FieldEvents): TemplateResult {
  const { name, kind, offers, required, problem, placeholder, text, held } = field;
  return html`
    <input
      id="field-${name}"
      class="input"
      type=${kind === 'secret' ? 'password' : 'text'}
      inputmode=${kind === 'number' ? 'numeric' : 'text'}
      autocomplete="off"
      spellcheck="false"
      list=${offers.length > 0 ? `offers-${name}` : nothing}
      placeholder=${held ? 'entered; it is sent and not kept' : placeholder}
      aria-required=${String(required)}
      aria-invalid=${String(problem !== '')}
      aria-describedby=${described(field)}
      .value=${initially(text)}
      @input=${(event: Event) => change(name, typed(event))}
    />
    ${
      offers.length > 0
        ? html`<datalist id="offers-${name}">
            ${offers.map(
              ({ value, name: called, from }) =>
                html`<option
                  value=${value}
                  label=${called === value ? from : `${called} · ${from}`}
                ></option>`,
            )}
          </datalist>`
        : nothing
    }
  `;
}

/** One line for each value. */
function list(field: FormField, { change }: FieldEvents): TemplateResult {
  const { name, required, problem, placeholder, text } = field;
  return html`
    <textarea
      id="field-${name}"
      class="input"
      rows=${Math.min(6, Math.max(2, text.split('\n').length))}
      spellcheck="false"
      placeholder=${placeholder || 'One on each line'}
      aria-required=${String(required)}
      aria-invalid=${String(problem !== '')}
      aria-describedby=${described(field)}
      .value=${initially(text)}
      @input=${(event: Event) => change(name, typed(event))}
    ></textarea>
  `;
}

/** One of several, or none of them where none is needed. */
function choice(field: FormField, values: readonly string[], { change }: FieldEvents): TemplateResult {
  const { name, placeholder, text } = field;
  return html`
    <select
      id="field-${name}"
      class="input"
      aria-invalid=${String(field.problem !== '')}
      aria-describedby=${described(field)}
      @change=${(event: Event) => change(name, (event.currentTarget as HTMLSelectElement).value)}
    >
      <option value="">${placeholder || 'not sent'}</option>
      ${values.map(
        (value) => html`<option value=${value} ?selected=${initially(text === value)}>${value}</option>`,
      )}
    </select>
  `;
}

/** Any number of several. */
function choices({ name, values, text }: FormField, { change }: FieldEvents): TemplateResult {
  const chosen = new Set(text.split('\n'));
  const toggled = ({ currentTarget }: Event) => {
    const boxes = (currentTarget as Element).querySelectorAll('vscode-checkbox');
    change(name, [...boxes].flatMap(({ checked, value }) => (checked ? [value] : [])).join('\n'));
  };
  return html`
    <div
      class="choices"
      role="group"
      aria-labelledby="label-${name}"
      aria-describedby="about-${name}"
      @change=${toggled}
    >
      ${values.map(
        (value) => html`
          <vscode-checkbox
            id="field-${name}-${value}"
            label=${value}
            value=${value}
            .checked=${initially(chosen.has(value))}
          ></vscode-checkbox>
        `,
      )}
    </div>
  `;
}
