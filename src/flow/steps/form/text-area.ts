import {html, nothing} from 'lit';
import {define} from '../../../ui/define.ts';
import {FieldElement} from './field-element.ts';

/** Several lines of text. */
export class TextArea extends FieldElement<'text-area'> {
  override render() {
    const {component} = this;
    return this.labelled(
      html`<textarea
        class="control"
        id=${this.name}
        name=${component.field}
        rows=${component.rows ?? 4}
        dir="auto"
        placeholder=${component.placeholder ?? nothing}
        ?readonly=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.describedBy}
        .value=${String(this.answer ?? '')}
        @input=${(event: Event) => this.tell((event.target as HTMLTextAreaElement).value)}
      ></textarea>`,
    );
  }
}

define('cs-text-area', TextArea);
