import {html, nothing} from 'lit';
import {define} from '../../../ui/define.ts';
import {FieldElement} from './field-element.ts';
import {optionStyles} from './field-styles.ts';
import {richText} from './rich-text.ts';

/** One box to tick, with words that may hold links. */
export class Checkbox extends FieldElement<'checkbox'> {
  static override fieldStyles = optionStyles;

  override render() {
    const {component} = this;
    return html`<div class="option">
        <input
          id=${this.name}
          type="checkbox"
          ?disabled=${component.locked}
          aria-required=${component.required ? 'true' : nothing}
          aria-invalid=${this.wrong}
          aria-describedby=${this.describedBy}
          .checked=${this.answer === true}
          @change=${(event: Event) => this.tell((event.target as HTMLInputElement).checked)}
        />
        <label for=${this.name}>${richText(component.label)}</label>
        ${component.help ? html`<p class="help" id=${`${this.name}-help`}>${component.help}</p>` : nothing}
      </div>
      ${this.problem()}`;
  }
}

define('cs-checkbox', Checkbox);
