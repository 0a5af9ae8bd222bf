import { html, nothing, type TemplateResult } from 'lit';
import { initially } from '../initially.ts';
import type { Field } from './contract.ts';

type Change = (name: string, value: string) => void;

/** A field with its name, what it is for and what is wrong with it. @param form makes ids unique in the view */
export function fieldOf(form: string, field: Field, change: Change): TemplateResult {
  const { name, label = name, about, required, problem = '', type, choices } = field;
  const id = `${form}-${name}`;
  if (type === 'boolean') return flag(id, field, change);
  const grouped = type === 'list' && choices && choices.length > 0;
  const named = html`${label}${required ? html`<span class="required" title="required">*</span>` : nothing}`;
  return html`
    <div class="field">
      ${
        grouped
          ? html`<span class="name" id="label-${id}">${named}</span>`
          : html`<label class="name" for=${id}>${named}</label>`
      }
      ${grouped ? boxes(id, field, change) : control(id, field, change)}
      <p id="about-${id}" class="note">${about}</p>
      ${problem ? html`<p id="problem-${id}" class="problem" role="alert">${problem}</p>` : nothing}
    </div>
  `;
}

const typed = ({ currentTarget }: Event): string => (currentTarget as HTMLInputElement).value;

function control(id: string, field: Field, change: Change): TemplateResult {
  const { name, type, value, choices = [], placeholder, required, problem } = field;
  const described = `about-${id}${problem ? ` problem-${id}` : ''}`;
  if (type === 'choice')
    return html`
      <select
        id=${id}
        class="input"
        aria-describedby=${described}
        @change=${(event: Event) => change(name, typed(event))}
      >
        ${choices.map(
          (one) =>
            html`<option value=${one.value} ?selected=${initially(one.value === value)}>
              ${one.label}
            </option>`,
        )}
      </select>
    `;
  if (type === 'json')
    return html`
      <textarea
        id=${id}
        class="input code"
        rows="3"
        spellcheck="false"
        placeholder=${placeholder ?? '{}'}
        aria-describedby=${described}
        aria-invalid=${String(Boolean(problem))}
        .value=${initially(value)}
        @input=${(event: Event) => change(name, typed(event))}
      ></textarea>
    `;
  return html`
    <input
      id=${id}
      class="input"
      type="text"
      inputmode=${type === 'number' ? 'numeric' : 'text'}
      autocomplete="off"
      spellcheck="false"
      placeholder=${placeholder ?? ''}
      aria-required=${String(Boolean(required))}
      aria-describedby=${described}
      aria-invalid=${String(Boolean(problem))}
      .value=${initially(value)}
      @input=${(event: Event) => change(name, typed(event))}
    />
  `;
}

function flag(id: string, { name, label = name, about, value }: Field, change: Change): TemplateResult {
  return html`
    <div class="field flag">
      <label class="name">
        <input
          id=${id}
          type="checkbox"
          aria-describedby="about-${id}"
          .checked=${initially(value === 'true')}
          @change=${({ currentTarget }: Event) =>
            change(name, String((currentTarget as HTMLInputElement).checked))}
        />
        ${label}
      </label>
      <p id="about-${id}" class="note">${about}</p>
    </div>
  `;
}

/** Any of several; what is chosen is told with spaces between. */
function boxes(id: string, { name, value, choices = [] }: Field, change: Change): TemplateResult {
  const chosen = new Set(value.split(/\s+/));
  const toggled = ({ currentTarget }: Event) => {
    const all = (currentTarget as Element).querySelectorAll('input');
    change(name, [...all].flatMap((box) => (box.checked ? [box.value] : [])).join(' '));
  };
  return html`
    <div
      class="boxes"
      role="group"
      aria-labelledby="label-${id}"
      aria-describedby="about-${id}"
      @change=${toggled}
    >
      ${choices.map(
        (one) => html`
          <label>
            <input type="checkbox" value=${one.value} .checked=${initially(chosen.has(one.value))} />
            ${one.label}
          </label>
        `,
      )}
    </div>
  `;
}
