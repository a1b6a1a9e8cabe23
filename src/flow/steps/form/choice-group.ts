import {html, nothing, type TemplateResult} from 'lit';
import type {ShownInput} from '../../../protocol/component.ts';
import {define} from '../../../ui/define.ts';
import {FieldElement} from './field-element.ts';
import {optionStyles} from './field-styles.ts';

export interface Option {
  value: string;
  label: string;
  help?: string;
}

/** Radio buttons, of which one is chosen, or boxes, of which several may be. */
export class ChoiceGroup extends FieldElement<'radio-group' | 'checkbox-group' | 'id-type'> {
  static override fieldStyles = optionStyles;

  protected options(): readonly Option[] {
    const {component} = this;
    return 'options' in component ? component.options : [];
  }

  override render(): TemplateResult {
    const many = this.component.kind === 'checkbox-group';
    const chosen = Array.isArray(this.answer) ? (this.answer as unknown[]) : [this.answer];
    const options = this.options().map((option) => this.#option(option, many, chosen.includes(option.value)));
    return this.grouped(html`<div class="options">${options}</div>`);
  }

  #option({value, label, help}: Option, many: boolean, checked: boolean): TemplateResult {
    const component: ShownInput = this.component;
    return html`<label class="option">
      <input
        type=${many ? 'checkbox' : 'radio'}
        name=${this.name}
        value=${value}
        ?disabled=${component.locked}
        aria-invalid=${this.wrong ? 'true' : nothing}
        aria-required=${component.required && !many ? 'true' : nothing}
        .checked=${checked}
        @change=${(event: Event) => this.#chosen(value, many, (event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
      ${help ? html`<span class="help">${help}</span>` : nothing}
    </label>`;
  }

  #chosen(value: string, many: boolean, checked: boolean): void {
    if (!many) return this.tell(value);
    const before = Array.isArray(this.answer) ? (this.answer as string[]) : [];
    this.tell(checked ? [...before, value] : before.filter((one) => one !== value));
  }
}

define('cs-choice-group', ChoiceGroup);
