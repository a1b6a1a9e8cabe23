import {html, nothing, type TemplateResult} from 'lit';
import {define} from '../../ui/define.ts';
import {t, type WordKey} from '../words.ts';
import {ContactStepElement} from './contact/contact-step.ts';
import type {ContactScreen, Entry} from './contact/contact-step.ts';

/** An e-mail address. */
export class EmailAddressStep extends ContactStepElement {
  protected readonly kind = 'email-address';
  protected readonly texts = {
    title: 'code.emailTitle',
    text: 'code.emailText',
    sent: 'code.sentEmail',
    other: 'code.otherEmail',
  } satisfies Record<string, WordKey>;

  protected fields({to}: ContactScreen, described: string | typeof nothing): TemplateResult {
    return html`<label for="address">${t('code.emailLabel')}</label>
      <input
        id="address"
        type="email"
        dir="ltr"
        autocomplete="email"
        autocapitalize="none"
        spellcheck="false"
        .value=${to ?? ''}
        aria-invalid=${described === nothing ? nothing : 'true'}
        aria-describedby=${described}
      />`;
  }

  protected read(): Entry {
    return {to: this.renderRoot.querySelector('input')?.value ?? ''};
  }
}

define('countersign-step-email-address', EmailAddressStep);
