import {LitElement, css, html, nothing} from 'lit';
import {baseStyles} from './base-styles.ts';
import {ChoiceEvent} from './choice-cards.ts';
import {checkIcon, searchIcon} from './icons.ts';

export interface SearchItem {
  value: string;
  text: string;
}

/** Lower case without accents, so that "cote" finds "Côte d’Ivoire". */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’'`]/g, '')
    .toLocaleLowerCase();
}

/** Those whose text begins with the query come first, then those with a word that does, then those that hold it. */
export function filterItems(items: readonly SearchItem[], query: string): SearchItem[] {
  const wanted = searchKey(query.trim());
  if (!wanted) return [...items];
  const ranked = items.map((item) => {
    const key = searchKey(item.text);
    const at = key.indexOf(wanted);
    const rank =
      item.value.toLowerCase() === wanted ? 0 : at === 0 ? 1 : at < 0 ? 9 : /[\s(-]/.test(key[at - 1] ?? '') ? 2 : 3;
    return {item, rank};
  });
  return ranked
    .filter(({rank}) => rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map(({item}) => item);
}

/**
 * A long list with a search field: the ARIA combobox with its listbox always open. Arrows, Home, End and Enter work from the field.
 * @fires cs-choice - with the `value` of the chosen item.
 */
export class SearchList extends LitElement {
  static override properties = {
    items: {attribute: false},
    label: {},
    placeholder: {},
    empty: {},
    value: {},
    query: {state: true},
    active: {state: true},
  };
  declare items: readonly SearchItem[];
  declare label: string;
  declare placeholder: string;
  /** What to say when nothing is found. */
  declare empty: string;
  /** The item that is chosen now. */
  declare value: string | undefined;
  declare query: string;
  declare active: number;

  constructor() {
    super();
    this.items = [];
    this.label = '';
    this.placeholder = '';
    this.empty = '';
    this.query = '';
    this.active = -1;
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .field {
        position: relative;
      }
      .field svg {
        position: absolute;
        inset-block-start: 12px;
        inset-inline-start: 12px;
        color: var(--cs-ink-soft);
        pointer-events: none;
      }
      input {
        width: 100%;
        min-height: var(--cs-control-height);
        padding: 8px 16px;
        padding-inline-start: 44px;
        border: 1px solid var(--cs-line-strong);
        border-radius: var(--cs-radius);
        background: var(--cs-ground);
        color: inherit;
        font: inherit;
      }
      input::placeholder {
        color: var(--cs-ink-soft);
        opacity: 1;
      }
      ul {
        flex: 1;
        max-height: min(52vh, 420px);
        min-height: 132px;
        margin-top: 8px;
        overflow-y: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
        scroll-padding-block: 8px;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 44px;
        padding: 8px 16px;
        cursor: pointer;
      }
      li + li {
        border-top: 1px solid var(--cs-line);
      }
      li:hover,
      li.active {
        background: var(--cs-accent-ground);
      }
      li.active {
        box-shadow: inset 0 0 0 2px var(--cs-accent);
      }
      li[aria-selected='true'] {
        font-weight: 600;
      }
      p {
        padding: 16px 0;
      }
      @media (forced-colors: active) {
        li.active {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #search(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
    this.active = this.query.trim() ? 0 : -1;
  }

  #keydown(event: KeyboardEvent): void {
    const found = filterItems(this.items, this.query);
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      PageDown: Math.min(last, this.active + 8),
      PageUp: Math.max(0, this.active - 8),
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.active = to;
      return;
    }
    const item = found[this.active];
    if (event.key !== 'Enter' || !item) return;
    event.preventDefault();
    this.#choose(item.value);
  }

  override firstUpdated(): void {
    // The keys of the list are handled in its field, which keeps the focus.
    this.renderRoot.querySelector('ul')?.addEventListener('click', (event) => this.#clicked(event));
  }

  #clicked(event: Event): void {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('li') : null;
    if (item?.dataset['value']) this.#choose(item.dataset['value']);
  }

  #choose(value: string): void {
    this.dispatchEvent(new ChoiceEvent(value));
  }

  override updated(): void {
    this.renderRoot.querySelector('li.active')?.scrollIntoView({block: 'nearest'});
  }

  override render() {
    const found = filterItems(this.items, this.query);
    return html`<div class="field">
        ${searchIcon()}
        <input
          type="text"
          role="combobox"
          aria-label=${this.label}
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${found[this.active] ? `item-${this.active}` : nothing}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder=${this.placeholder}
          .value=${this.query}
          @input=${this.#search}
          @keydown=${this.#keydown}
        />
      </div>
      <p role="status" class=${found.length ? 'visually-hidden' : 'soft'}>${found.length ? '' : this.empty}</p>
      <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!found.length}>
        ${found.map(
          (item, index) =>
            html`<li
              id=${`item-${index}`}
              role="option"
              class=${index === this.active ? 'active' : ''}
              aria-selected=${item.value === this.value ? 'true' : 'false'}
              data-value=${item.value}
            >
              ${item.text}${item.value === this.value ? checkIcon() : nothing}
            </li>`,
        )}
      </ul>`;
  }
}
