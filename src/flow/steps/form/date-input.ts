import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {define} from '../../../ui/define.ts';
import {t} from '../../words.ts';
import {composeDay, partsInOrder, readDay, type DayParts} from './day.ts';
import {FieldElement} from './field-element.ts';

/** A day as three numbers, in the order in which the person's language writes them. */
export class DateInput extends FieldElement<'date'> {
  static override properties = {...FieldElement.properties, parts: {state: true}};
  declare parts: DayParts;
  #told: unknown;

  static override fieldStyles = css`
    .day {
      display: flex;
      gap: 12px;
    }
    .day div {
      display: grid;
      gap: 4px;
      flex: 0 1 76px;
      min-width: 0;
    }
    .day .year {
      flex-basis: 104px;
    }
    .day label {
      color: var(--cs-ink-soft);
      font-size: 15px;
      line-height: 1.3;
    }
    .day .control {
      font-variant-numeric: tabular-nums;
    }
  `;

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (!changed.has('answer') || this.answer === this.#told)) return;
    this.parts = readDay(this.answer);
  }

  #typed(part: keyof DayParts, event: Event): void {
    this.parts = {...this.parts, [part]: (event.target as HTMLInputElement).value};
    this.#told = composeDay(this.parts);
    this.tell(this.#told);
  }

  override render(): TemplateResult {
    return this.grouped(html`<div class="day">${partsInOrder(this.language).map((part) => this.#part(part))}</div>`);
  }

  #part(part: keyof DayParts): TemplateResult {
    const {component} = this;
    const id = `${this.name}-${part}`;
    return html`<div class=${part}>
      <label for=${id}>${t(`form.${part}`)}</label>
      <input
        class="control"
        id=${id}
        type="text"
        inputmode="numeric"
        maxlength=${part === 'year' ? 4 : 2}
        autocomplete=${component.autocomplete ? `bday-${part}` : 'off'}
        ?readonly=${component.locked}
        aria-required=${component.required ? 'true' : nothing}
        aria-invalid=${this.wrong}
        aria-describedby=${this.wrong ? `${this.name}-problem` : nothing}
        .value=${this.parts[part]}
        @input=${(event: Event) => this.#typed(part, event)}
      />
    </div>`;
  }
}

define('cs-date', DateInput);
