import {css, html, nothing, type TemplateResult} from 'lit';
import {addressFormatOf} from '../../../protocol/address-formats.ts';
import type {AddressFormat} from '../../../protocol/address-format.ts';
import type {AddressPart} from '../../../protocol/input.ts';
import {countryCodes} from '../../../protocol/countries.ts';
import type {ChoiceEvent} from '../../../ui/choice-cards.ts';
import {define} from '../../../ui/define.ts';
import {t, type WordKey} from '../../words.ts';
import {countryItems, likelyCountry} from '../document/countries.ts';
import {FieldElement} from './field-element.ts';
import {pickerStyles} from './picker.ts';

export {addressFormatOf};

const tokens: Record<AddressPart, string> = {
  'street-1': 'address-line1',
  'street-2': 'address-line2',
  city: 'address-level2',
  subdivision: 'address-level1',
  'postal-code': 'postal-code',
  'country-code': 'country',
};

/** An address as its country writes it: which parts, in which order, under which names. */
export class AddressInput extends FieldElement<'address'> {
  static override fieldStyles = css`
    ${pickerStyles}
    .address {
      display: grid;
      gap: 12px;
      margin-top: 4px;
    }
    .address .line {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      gap: 12px;
    }
    .address .part {
      display: grid;
      gap: 4px;
      flex: 2 1 150px;
      min-width: 0;
    }
    .address .postal-code {
      flex: 1 1 116px;
    }
    .address .part > label,
    .address .part > .name {
      font-size: 15px;
      font-weight: 500;
      line-height: 1.35;
    }
  `;

  override willUpdate(): void {
    if (!this.#country && !this.component.locked) {
      const {initialCountry, countries} = this.component;
      const likely = initialCountry ?? likelyCountry(navigator.languages, countries);
      if (likely) this.#tellPart('country-code', likely);
    }
  }

  #get(part: AddressPart): string {
    const value = (this.answer as Record<string, unknown> | undefined)?.[part];
    return typeof value === 'string' ? value : '';
  }

  get #country(): string {
    return this.#get('country-code');
  }

  #tellPart(part: AddressPart, value: string): void {
    this.tell(value, `${this.component.field}-${part}`);
  }

  override render(): TemplateResult {
    const {component} = this;
    const format = addressFormatOf(this.#country);
    const country = component.countries?.length === 1 ? nothing : this.#countryPart();
    return html`<fieldset aria-describedby=${component.help ? `${this.name}-help` : nothing}>
      <legend class="label">${this.caption()}</legend>
      ${this.help()}
      <div class="address">
        ${country}
        ${
          this.#country
            ? format.lines.map((line) => html`<div class="line">${line.map((part) => this.#part(part, format))}</div>`)
            : nothing
        }
      </div>
    </fieldset>`;
  }

  #countryPart(): TemplateResult {
    const problem = this.#problemOf('country-code');
    const id = `${this.name}-country-code`;
    const name = t('form.country');
    return html`<div class="part">
      <span class="name" id=${`${id}-label`}>${name}</span>
      <cs-picker
        .items=${countryItems(this.language, this.component.countries ?? countryCodes)}
        .value=${this.#country}
        .described=${problem ? `${id}-problem` : nothing}
        name=${id}
        label=${name}
        placeholder=${t('form.choose')}
        ?wrong=${problem !== undefined}
        ?locked=${this.component.locked}
        @cs-choice=${(event: ChoiceEvent) => this.#tellPart('country-code', event.value)}
      ></cs-picker>
      ${this.problemLine(problem, `${id}-problem`)}
    </div>`;
  }

  #part(part: AddressPart, format: AddressFormat): TemplateResult {
    const id = `${this.name}-${part}`;
    const problem = this.#problemOf(part);
    const optional = !format.required.includes(part);
    return html`<div class=${`part ${part}`}>
      <label for=${id}
        >${t(nameOf(part, format))}${optional ? html` <span class="optional">${t('form.optional')}</span>` : nothing}</label
      >
      <input
        class="control"
        id=${id}
        name=${`${this.component.field}-${part}`}
        type="text"
        autocomplete=${tokens[part]}
        autocapitalize=${part === 'postal-code' ? 'characters' : 'words'}
        dir="auto"
        placeholder=${part === 'postal-code' ? (format.example ?? nothing) : nothing}
        ?readonly=${this.component.locked}
        aria-required=${this.component.required && !optional ? 'true' : nothing}
        aria-invalid=${problem !== undefined}
        aria-describedby=${problem ? `${id}-problem` : nothing}
        .value=${this.#get(part)}
        @input=${(event: Event) => this.#tellPart(part, (event.target as HTMLInputElement).value)}
      />
      ${this.problemLine(problem, `${id}-problem`)}
    </div>`;
  }

  #problemOf(part: AddressPart) {
    return this.problems.find(({field}) => field === `${this.component.field}-${part}`);
  }
}

/** What a part is called in its country. */
function nameOf(part: AddressPart, {names}: AddressFormat): WordKey {
  switch (part) {
    case 'street-1':
      return 'form.street1';
    case 'street-2':
      return 'form.street2';
    case 'city':
      return `form.city_${names.city ?? 'city'}`;
    case 'subdivision':
      return `form.subdivision_${names.subdivision ?? 'province'}`;
    case 'postal-code':
      return `form.postal_${names.postalCode ?? 'postal'}`;
    case 'country-code':
      return 'form.country';
  }
}

define('cs-address', AddressInput);
