import {html, nothing} from 'lit';
import {define} from '../../../ui/define.ts';
import {FieldElement} from './field-element.ts';
import {exampleOf, layInto} from './mask.ts';

/** A text of fixed shape: what stands between the characters writes itself. */
export class MaskedText extends FieldElement<'masked-text'> {
  #typed(event: InputEvent): void {
    const input = event.target as HTMLInputElement;
    const {mask} = this.component;
    const atEnd = input.selectionStart === input.value.length;
    // in the middle and when deleting, people are left alone until they leave the field
    const {text, bare} = layInto(mask, input.value);
    if (atEnd && !event.inputType.startsWith('delete')) input.value = text;
    this.tell(bare);
  }

  override render() {
    const {component} = this;
    return this.labelled(
      html`<input
        class="control"
        id=${this.name}
        name=${component.field}
        type="text"
        inputmode=${/[A*]/.test(component.mask) ? 'text' : 'numeric'}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        dir="ltr"
        placeholder=${exampleOf(component.mask)}
        ?readonly=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.describedBy}
        @input=${this.#typed}
        @change=${this.#layOut}
      />`,
    );
  }

  override updated(): void {
    // not while it has the focus: the person writes
    if (!this.querySelector('input:focus')) this.#layOut();
  }

  #layOut(): void {
    const input = this.querySelector('input');
    if (input) input.value = layInto(this.component.mask, String(this.answer ?? '')).text;
  }
}

define('cs-masked-text', MaskedText);
