import {html, nothing} from 'lit';
import {define} from '../../../ui/define.ts';
import {FieldElement} from './field-element.ts';

/** One line of text, or a web address. */
export class TextInput extends FieldElement<'text-input' | 'url'> {
  override render() {
    const {component} = this;
    const isText = component.kind === 'text-input';
    const isEmail = isText && component.format === 'email';
    return this.labelled(
      html`<input
        class="control"
        id=${this.name}
        name=${component.field}
        type=${isEmail ? 'email' : isText ? 'text' : 'url'}
        inputmode=${(isText && component.inputMode) || nothing}
        autocomplete=${isText ? (component.autocomplete ?? (isEmail ? 'email' : 'off')) : 'url'}
        autocapitalize=${isEmail || !isText ? 'none' : nothing}
        dir=${isEmail || !isText ? 'ltr' : 'auto'}
        placeholder=${component.placeholder ?? nothing}
        ?readonly=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.describedBy}
        .value=${String(this.answer ?? '')}
        @input=${(event: Event) => this.tell((event.target as HTMLInputElement).value)}
      />`,
    );
  }
}

define('cs-text-input', TextInput);
