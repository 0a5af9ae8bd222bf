import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { initially } from '../shared/initially.ts';
import type { FormField } from './contract.ts';

/** What a field tells the form. */
export interface FieldEvents {
  readonly change: (name: string, text: string) => void;
  /** A known secret is taken by its key. */
  readonly take: (name: string, key: string) => void;
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
    case 'secret':
      return secret(field, events);
    case 'text':
    case 'number':
      return input(field, events);
  }
}

const described = ({ name }: FormField) => `about-${name} problem-${name}`;
const typed = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement | HTMLTextAreaElement).value;

function input(field: FormField, { change }: FieldEvents): TemplateResult {
  const { name, kind, offers, required, problem, placeholder, text, held, taken } = field;
  return html`
    <input
      id="field-${name}"
      class="input"
      type=${kind === 'secret' ? 'password' : 'text'}
      inputmode=${kind === 'number' ? 'numeric' : 'text'}
      autocomplete="off"
      spellcheck="false"
      list=${offers.length > 0 ? `offers-${name}` : nothing}
      placeholder=${taken ? 'taken from below; it is not shown' : held ? 'entered; it is sent and not kept' : placeholder}
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

/** What is typed unseen, or one that is known, by what it is for. */
function secret(field: FormField, events: FieldEvents): TemplateResult {
  const { name, offers, taken } = field;
  const took = ({ currentTarget }: Event) => {
    const select = currentTarget as HTMLSelectElement;
    const typedIn = select.parentElement?.querySelector('input');
    if (typedIn) typedIn.value = '';
    events.take(name, select.value);
  };
  return html`
    ${input({ ...field, offers: [] }, events)}
    ${
      offers.length === 0
        ? nothing
        : html`<select
            id="known-${name}"
            class="input"
            aria-label="${name} known in this window"
            @change=${took}
          >
            <option value="" .selected=${taken === ''}>Known in this window…</option>
            ${offers.map(
              ({ value, name: called, from }) =>
                html`<option value=${value} .selected=${taken === value}>${called} · ${from}</option>`,
            )}
          </select>`
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
