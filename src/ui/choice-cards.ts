import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {baseStyles, buttonStyles} from './base-styles.ts';
import {forwardIcon} from './icons.ts';

export interface ChoiceCard {
  value: string;
  title: string;
  detail?: string;
  drawing?: TemplateResult;
}

export class ChoiceEvent extends Event {
  static readonly type = 'cs-choice';
  readonly value: string;

  constructor(value: string) {
    super(ChoiceEvent.type, {bubbles: true, composed: true});
    this.value = value;
  }
}

/**
 * Big cards, one press each: buttons in a list, because pressing one goes on at once.
 * @fires cs-choice - with the `value` of the pressed card.
 */
export class ChoiceCards extends LitElement {
  static override properties = {cards: {attribute: false}, label: {}, busy: {}};
  declare cards: readonly ChoiceCard[];
  /** Accessible name of the list. */
  declare label: string;
  /** Value of the card whose press is under way; presses are ignored meanwhile. */
  declare busy: string | undefined;

  constructor() {
    super();
    this.cards = [];
    this.label = '';
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      button {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 16px;
        width: 100%;
        min-height: 72px;
        padding: 8px 16px 8px 12px;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
        background: var(--cs-ground);
        text-align: start;
      }
      .title {
        display: block;
        font-weight: 600;
        line-height: 1.3;
      }
      .detail {
        display: block;
      }
      .flips:dir(rtl) {
        transform: scaleX(-1);
      }
      .flips {
        color: var(--cs-ink-soft);
      }
      button[aria-disabled='true'] {
        opacity: 0.55;
      }
      @media (hover: hover) {
        button:hover {
          border-color: var(--cs-accent);
          background: color-mix(in oklab, var(--cs-ground), var(--cs-accent) 5%);
        }
      }
      @media (max-width: 359px) {
        .drawing {
          display: none;
        }
        button {
          grid-template-columns: 1fr auto;
          padding-inline-start: 16px;
        }
      }
      @media (prefers-reduced-motion: no-preference) {
        button {
          transition:
            border-color 150ms ease-out,
            background-color 150ms ease-out;
        }
      }
    `,
  ];

  #press(value: string): void {
    if (this.busy) return;
    this.dispatchEvent(new ChoiceEvent(value));
  }

  override render() {
    return html`<ul aria-label=${this.label || nothing}>
      ${this.cards.map(
        (card) =>
          html`<li>
            <button
              type="button"
              data-value=${card.value}
              aria-disabled=${this.busy ? 'true' : nothing}
              @click=${() => this.#press(card.value)}
            >
              ${card.drawing ?? html`<span></span>`}
              <span>
                <span class="title">${card.title}</span>
                ${card.detail ? html`<span class="detail soft small">${card.detail}</span>` : nothing}
              </span>
              ${forwardIcon()}
            </button>
          </li>`,
      )}
    </ul>`;
  }
}
