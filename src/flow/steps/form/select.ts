import {css, html, nothing, type TemplateResult} from 'lit';
import type {ChoiceEvent} from '../../../ui/choice-cards.ts';
import {define} from '../../../ui/define.ts';
import type {SearchItem} from '../../../ui/search-list.ts';
import {t} from '../../words.ts';
import {countryItems} from '../document/countries.ts';
import {countryCodes} from '../../../protocol/countries.ts';
import {FieldElement} from './field-element.ts';
import {pickerStyles} from './picker.ts';

/** More than these are searched rather than scrolled. */
const mostListed = 12;

/** One of a list: the browser's own select, or a list with a search field where it is long. */
export class SelectInput extends FieldElement<'select' | 'country'> {
  static override fieldStyles = css`
    ${pickerStyles}
    select.empty {
      color: var(--cs-ink-soft);
    }
  `;

  #items(): SearchItem[] {
    const {component} = this;
    if (component.kind === 'country') return countryItems(this.language, component.countries ?? countryCodes);
    return component.options.map(({value, label: text}) => ({value, text}));
  }

  override render(): TemplateResult {
    const items = this.#items();
    return items.length > mostListed ? this.#searched(items) : this.labelled(this.#listed(items));
  }

  #listed(items: readonly SearchItem[]): TemplateResult {
    const {component, answer} = this;
    return html`<span class="chevron">
      <select
        class=${answer ? 'control' : 'control empty'}
        id=${this.name}
        name=${component.field}
        autocomplete=${component.kind === 'country' ? 'country' : 'off'}
        ?disabled=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.describedBy}
        @change=${(event: Event) => this.tell((event.target as HTMLSelectElement).value || null)}
      >
        <option value="" ?selected=${!answer}>${this.#placeholder()}</option>
        ${items.map(({value, text}) => html`<option value=${value} ?selected=${value === answer}>${text}</option>`)}
      </select>
    </span>`;
  }

  #searched(items: readonly SearchItem[]): TemplateResult {
    const {component} = this;
    return html`<span class="label" id=${`${this.name}-label`}>${this.caption()}</span>
      ${this.help()}
      <cs-picker
        .items=${items}
        .value=${this.answer}
        .described=${this.describedBy}
        .placeholder=${this.#placeholder()}
        name=${this.name}
        label=${component.label}
        ?wrong=${this.wrong}
        ?locked=${component.locked}
        @cs-choice=${(event: ChoiceEvent) => this.tell(event.value)}
      ></cs-picker>
      ${this.problem()}`;
  }

  #placeholder(): string {
    const {component} = this;
    return ('placeholder' in component && component.placeholder) || t('form.choose');
  }
}

define('cs-select', SelectInput);
