import {LitElement, css, html, nothing, type PropertyValues} from 'lit';
import {define} from '../../../ui/define.ts';
import {ChoiceEvent} from '../../../ui/choice-cards.ts';
import {SearchList, type SearchItem} from '../../../ui/search-list.ts';
import {t} from '../../words.ts';

/** Of whoever shows a picker. */
export const pickerStyles = css`
  cs-picker {
    display: grid;
    gap: 8px;
  }
  cs-picker .control {
    white-space: nowrap;
    overflow: hidden;
  }
  cs-picker .empty {
    color: var(--cs-ink-soft);
  }
  cs-picker cs-search-list {
    animation: picker-opens 150ms ease-out;
  }
  @keyframes picker-opens {
    from {
      opacity: 0;
      transform: translateY(-4px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    cs-picker cs-search-list {
      animation: none;
    }
  }
`;

/**
 * One of many: a button that says what is chosen, and below it, once pressed, the list with its search field. Renders into the form.
 * @fires cs-choice - with the `value` of the chosen item.
 */
export class Picker extends LitElement {
  static override properties = {
    items: {attribute: false},
    value: {},
    name: {},
    label: {},
    placeholder: {},
    empty: {},
    wrong: {type: Boolean},
    required: {type: Boolean},
    locked: {type: Boolean},
    described: {},
    open: {state: true},
  };
  declare items: readonly SearchItem[];
  declare value: string | undefined;
  /** Id of the button; the label's is `<name>-label`. */
  declare name: string;
  declare label: string;
  declare placeholder: string;
  /** What to say when nothing is found. */
  declare empty: string;
  declare wrong: boolean;
  declare required: boolean;
  declare locked: boolean;
  declare described: string | typeof nothing;
  declare open: boolean;

  constructor() {
    super();
    this.items = [];
    this.open = false;
    this.described = nothing;
    this.addEventListener('keydown', (event) => this.#escape(event));
    this.addEventListener('focusout', (event) => this.#left(event));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(): void {
    this.querySelector('button')?.focus();
  }

  async #toggle(): Promise<void> {
    this.open = !this.open && !this.locked;
    await this.updateComplete;
    const list = this.querySelector<SearchList>('cs-search-list');
    await list?.updateComplete;
    list?.focus();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }

  #left({relatedTarget}: FocusEvent): void {
    // a press beside the list on nothing that takes the focus leaves it open
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.open = false;
  }

  #close(): void {
    this.open = false;
    this.focus();
  }

  #chosen(event: ChoiceEvent): void {
    event.stopPropagation();
    this.#close();
    this.dispatchEvent(new ChoiceEvent(event.value));
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.querySelector('cs-search-list')?.scrollIntoView({block: 'nearest'});
  }

  override render() {
    const chosen = this.items.find(({value}) => value === this.value);
    return html`<span class="chevron">
        <button
          class=${chosen ? 'control' : 'control empty'}
          id=${this.name}
          type="button"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-disabled=${this.locked ? 'true' : nothing}
          aria-labelledby=${`${this.name}-label ${this.name}`}
          aria-describedby=${this.described}
          aria-invalid=${this.wrong ? 'true' : nothing}
          @click=${this.#toggle}
        >
          ${chosen?.text ?? this.placeholder}
        </button>
      </span>
      ${
        this.open
          ? html`<cs-search-list
              .items=${this.items}
              .value=${this.value}
              label=${this.label}
              placeholder=${t('form.search')}
              empty=${this.empty || t('form.nothingFound')}
              @cs-choice=${this.#chosen}
            ></cs-search-list>`
          : nothing
      }`;
  }
}

define('cs-search-list', SearchList);
define('cs-picker', Picker);
