import {html, type TemplateResult, nothing} from 'lit';
import {define} from '../../ui/define.ts';
import {t, type WordKey} from '../words.ts';
import {ContactStepElement} from './contact/contact-step.ts';
import type {ContactScreen, Entry} from './contact/contact-step.ts';
import {countryChoices, likelyCountry} from './phone-number/countries.ts';

/** A mobile number: the country with its code, then the number as it is dialled there; one that begins with a plus needs no country. */
export class PhoneNumberStep extends ContactStepElement {
  protected readonly kind = 'phone-number';
  protected readonly texts = {
    title: 'code.phoneTitle',
    text: 'code.phoneText',
    sent: 'code.sentSms',
    other: 'code.otherPhone',
  } satisfies Record<string, WordKey>;

  protected fields({to, ...screen}: ContactScreen, described: string | typeof nothing): TemplateResult {
    const accepted = 'countries' in screen ? screen.countries : undefined;
    const likely = likelyCountry(navigator.languages, accepted);
    return html`<label for="country">${t('code.country')}</label>
      <select id="country" autocomplete="tel-country-code">
        ${countryChoices(this.language, accepted).map(
          ({country, name, code}) =>
            // isolated: among Arabic or Hebrew the plus would wander behind the number
            html`<option value=${country} ?selected=${country === likely}>${name} ${`\u2066(+${code})\u2069`}</option>`,
        )}
      </select>
      <label for="number">${t('code.phoneLabel')}</label>
      <input
        id="number"
        type="tel"
        dir="ltr"
        autocomplete="tel"
        .value=${to ?? ''}
        aria-invalid=${described === nothing ? nothing : 'true'}
        aria-describedby=${described}
      />`;
  }

  protected read(): Entry {
    const country = this.renderRoot.querySelector('select')?.value;
    return {to: this.renderRoot.querySelector('input')?.value ?? '', ...(country && {country})};
  }
}

define('countersign-step-phone-number', PhoneNumberStep);
