import {html, nothing, type PropertyValues} from 'lit';
import {define} from '../../../ui/define.ts';
import {latinDigits} from './digits.ts';
import {FieldElement} from './field-element.ts';

/** A number as people write it; a text field, because browsers' number fields drop what they do not understand. */
export class NumberInput extends FieldElement<'number'> {
  static override properties = {...FieldElement.properties, text: {state: true}};
  declare text: string;
  #told: unknown;

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (!changed.has('answer') || this.answer === this.#told)) return;
    const {answer} = this;
    this.text = typeof answer === 'number' ? write(answer, this.language) : typeof answer === 'string' ? answer : '';
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.#told = parseNumber(this.text, this.language);
    this.tell(this.#told);
  }

  override render() {
    const {component} = this;
    const negative = component.min === undefined || component.min < 0;
    return this.labelled(
      html`<input
        class="control"
        id=${this.name}
        name=${component.field}
        type="text"
        inputmode=${negative ? 'text' : component.decimals ? 'decimal' : 'numeric'}
        autocomplete="off"
        dir="auto"
        placeholder=${component.placeholder ?? nothing}
        ?readonly=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.describedBy}
        .value=${this.text}
        @input=${this.#typed}
      />`,
    );
  }
}

function write(value: number, language: string): string {
  return new Intl.NumberFormat(language, {useGrouping: false, maximumFractionDigits: 6}).format(value);
}

/** The number, `null` for nothing, or the text itself where it is none. */
export function parseNumber(typed: string, language: string): number | string | null {
  const text = latinDigits(typed)
    .replaceAll(/[\s\u066c'’]/g, '')
    .replace('\u066b', '.')
    .replace('\u2212', '-');
  if (text === '') return null;
  const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find(({type}) => type === 'decimal')?.value;
  const group = decimal === ',' ? '.' : ',';
  // thousands only where every group has its three digits: "1.5" is not 15 in any language
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(?!\\d)`).test(text);
  const plain = (grouped ? text.replaceAll(group, '') : text).replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : typed;
}

define('cs-number', NumberInput);
