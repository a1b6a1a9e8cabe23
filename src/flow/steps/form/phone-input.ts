import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {define} from '../../../ui/define.ts';
import {t} from '../../words.ts';
import {countryItems, likelyCountry} from '../document/countries.ts';
import {callableCountries, callingCode} from '../calling-codes.ts';
import {countryOf} from './dialled-country.ts';
import {latinDigits} from './digits.ts';
import {FieldElement} from './field-element.ts';

/** A telephone number: the country's code from a list, and the number as people write it. The server says whether there is such a one. */
export class PhoneInput extends FieldElement<'phone'> {
  static override properties = {...FieldElement.properties, country: {state: true}, number: {state: true}};
  declare country: string;
  /** Without the country's code. */
  declare number: string;
  #told: unknown;

  static override fieldStyles = css`
    .phone {
      display: grid;
      grid-template-columns: 112px 1fr;
      gap: 8px;
      /* numbers are written from left to right everywhere */
      direction: ltr;
    }
    .code {
      position: relative;
    }
    /* the list says whole names, the closed field the code alone */
    .code select {
      color: transparent;
    }
    .code option {
      color: var(--cs-ink);
      background: var(--cs-ground);
    }
    .code span {
      position: absolute;
      inset-block: 0;
      inset-inline: 15px 34px;
      display: flex;
      align-items: center;
      font-variant-numeric: tabular-nums;
      pointer-events: none;
    }
    @media (forced-colors: active) {
      .code select {
        color: ButtonText;
      }
      .code span {
        display: none;
      }
    }
  `;

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (!changed.has('answer') || this.answer === this.#told)) return;
    const {countries, initialCountry} = this.component;
    const likely = initialCountry ?? likelyCountry(navigator.languages, countries);
    const text = typeof this.answer === 'string' ? this.answer : '';
    const country = countryOf(text.replaceAll(/\D/g, ''), this.country ?? likely);
    this.country = country ?? likely ?? countries?.[0] ?? 'US';
    const code = `+${callingCode(this.country) ?? ''}`;
    this.number = country && text.startsWith(code) ? text.slice(code.length).trim() : '';
  }

  #typed(event: Event): void {
    const input = event.target as HTMLInputElement;
    const text = latinDigits(input.value);
    // typed, pasted or filled in by the browser with its country
    const whole = /^\s*(?:\+|00)([\d\s()./-]+)$/.exec(text)?.[1]?.trimStart();
    const country = whole === undefined ? undefined : countryOf(whole.replaceAll(/\D/g, ''), this.country);
    if (whole !== undefined && country && this.#offered(country)) {
      this.country = country;
      this.number = afterCode(whole, callingCode(country)?.length ?? 0);
      input.value = this.number;
    } else this.number = text;
    this.#say();
  }

  #offered(country: string): boolean {
    return this.component.countries?.includes(country) ?? true;
  }

  #say(): void {
    const number = this.number.trim();
    this.#told =
      number === '' ? null : number.startsWith('+') ? number : `+${callingCode(this.country) ?? ''} ${number}`;
    this.tell(this.#told);
  }

  #chosen(event: Event): void {
    this.country = (event.target as HTMLSelectElement).value;
    this.#say();
  }

  override render(): TemplateResult {
    const {component} = this;
    return this.labelled(
      html`<div class="phone">
        <div class="chevron code">
          <select
            class="control"
            aria-label=${t('form.countryCode')}
            autocomplete="tel-country-code"
            ?disabled=${component.locked}
            @change=${this.#chosen}
          >
            ${this.#codes().map(
              ({value, text}) => html`<option value=${value} ?selected=${value === this.country}>${text}</option>`,
            )}
          </select>
          <span aria-hidden="true" dir="ltr">+${callingCode(this.country)}</span>
        </div>
        <input
          class="control"
          id=${this.name}
          name=${component.field}
          type="tel"
          autocomplete="tel-national"
          ?readonly=${component.locked}
          aria-required=${component.required ? 'true' : nothing}
          aria-invalid=${this.wrong}
          aria-describedby=${this.describedBy}
          .value=${this.number}
          @input=${this.#typed}
        />
      </div>`,
    );
  }

  override focus(): void {
    this.querySelector('input')?.focus();
  }

  #codes(): {value: string; text: string}[] {
    const offered = (this.component.countries ?? callableCountries()).filter((one) => callingCode(one) !== undefined);
    return countryItems(this.language, offered).map(({value, text}) => ({
      value,
      // isolated: among Arabic or Hebrew the plus would wander behind the number
      text: `${text} \u2066(+${callingCode(value)})\u2069`,
    }));
  }
}

/** What follows so many digits. */
function afterCode(text: string, digits: number): string {
  let seen = 0;
  for (const [at, character] of [...text].entries()) {
    if (/\d/.test(character)) seen++;
    if (seen === digits) return text.slice(at + 1).trim();
  }
  return '';
}

define('cs-phone', PhoneInput);
