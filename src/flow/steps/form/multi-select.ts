import {css, html, nothing, type TemplateResult} from 'lit';
import {define} from '../../../ui/define.ts';
import {filterItems} from '../../../ui/search-list.ts';
import {t} from '../../words.ts';
import {FieldElement} from './field-element.ts';
import {optionStyles} from './field-styles.ts';

/** More than these get a search field. */
const mostListed = 8;

/** Several of a list: a button that says which, and below it, once pressed, the list of boxes. */
export class MultiSelect extends FieldElement<'multi-select'> {
  static override properties = {...FieldElement.properties, open: {state: true}, query: {state: true}};
  declare open: boolean;
  declare query: string;

  static override fieldStyles = css`
    ${optionStyles}
    .panel {
      display: grid;
      gap: 8px;
      padding: 8px;
      border: 1px solid var(--cs-line);
      border-radius: var(--cs-radius);
    }
    .panel .options {
      max-height: min(44vh, 336px);
      padding: 3px;
      overflow-y: auto;
      overscroll-behavior: contain;
      gap: 6px;
    }
    .panel .option {
      border-color: transparent;
    }
    .chosen.empty {
      color: var(--cs-ink-soft);
    }
  `;

  constructor() {
    super();
    this.open = false;
    this.query = '';
    this.addEventListener('keydown', (event) => this.#escape(event));
  }

  get #chosen(): string[] {
    return Array.isArray(this.answer) ? (this.answer as string[]) : [];
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.open = false;
    this.querySelector('button')?.focus();
  }

  #tick(value: string, checked: boolean): void {
    const before = this.#chosen;
    this.tell(checked ? [...before, value] : before.filter((one) => one !== value));
  }

  override render(): TemplateResult {
    const {component, open} = this;
    const labels = component.options.filter(({value}) => this.#chosen.includes(value)).map(({label}) => label);
    const said = new Intl.ListFormat(this.language, {type: 'unit'}).format(labels);
    return html`<span class="label" id=${`${this.name}-label`}>${this.caption()}</span>
      ${this.help()}
      <span class="chevron">
        <button
          class=${labels.length > 0 ? 'control chosen' : 'control chosen empty'}
          id=${this.name}
          type="button"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${`${this.name}-panel`}
          aria-labelledby=${`${this.name}-label ${this.name}`}
          aria-describedby=${this.describedBy}
          aria-invalid=${this.wrong ? 'true' : nothing}
          aria-disabled=${component.locked ? 'true' : nothing}
          @click=${() => (this.open = !open && !component.locked)}
        >
          ${said || t('form.chooseSeveral')}
        </button>
      </span>
      <div class="panel" id=${`${this.name}-panel`} role="group" aria-label=${component.label} ?hidden=${!open}>
        ${open ? this.#panel() : nothing}
      </div>
      ${this.problem()}`;
  }

  #panel(): TemplateResult {
    const {options} = this.component;
    const items = filterItems(
      options.map(({value, label: text}) => ({value, text})),
      this.query,
    );
    const search = html`<input
      class="control"
      type="search"
      aria-label=${t('form.search')}
      placeholder=${t('form.search')}
      autocomplete="off"
      .value=${this.query}
      @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
    />`;
    return html`${options.length > mostListed ? search : nothing}
      <div class="options">
        ${items.map(
          ({value, text}) =>
            html`<label class="option">
              <input
                type="checkbox"
                .checked=${this.#chosen.includes(value)}
                @change=${(event: Event) => this.#tick(value, (event.target as HTMLInputElement).checked)}
              />
              <span>${text}</span>
            </label>`,
        )}
      </div>
      <p role="status" class=${items.length > 0 ? 'visually-hidden' : 'help'}>
        ${items.length > 0 ? '' : t('form.nothingFound')}
      </p>`;
  }
}

define('cs-multi-select', MultiSelect);
