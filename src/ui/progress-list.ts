import {LitElement, css, html} from 'lit';
import {baseStyles} from './base-styles.ts';
import {checkIcon} from './icons.ts';

export interface ProgressItem {
  text: string;
  state: 'done' | 'now' | 'next';
  /** What the state is called for those who do not see the sign. */
  stateText: string;
}

/** Waiting that says what is happening: a list whose lines are ticked off. Never a bare spinner. */
export class ProgressList extends LitElement {
  static override properties = {items: {attribute: false}};
  declare items: readonly ProgressItem[];

  constructor() {
    super();
    this.items = [];
  }

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        color: var(--cs-ink-soft);
      }
      .sign {
        display: grid;
        place-items: center;
        flex: none;
        width: 24px;
        height: 24px;
        border: 1.75px solid var(--cs-line-strong);
        border-radius: 50%;
      }
      .sign svg {
        width: 16px;
        height: 16px;
      }
      .done {
        color: var(--cs-ink);
      }
      .done .sign {
        border-color: var(--cs-good);
        background: var(--cs-good-ground);
        color: var(--cs-good);
      }
      .now {
        color: var(--cs-ink);
        font-weight: 600;
      }
      .now .sign {
        border-color: var(--cs-accent);
      }
      .now .sign::after {
        content: '';
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--cs-accent);
      }
      @media (prefers-reduced-motion: no-preference) {
        .now .sign::after {
          animation: breathe 1.6s ease-in-out infinite;
        }
        .done .sign svg {
          animation: arrive 180ms ease-out;
        }
        @keyframes breathe {
          50% {
            opacity: 0.35;
            transform: scale(0.75);
          }
        }
        @keyframes arrive {
          from {
            opacity: 0;
            transform: scale(0.6);
          }
        }
      }
    `,
  ];

  override render() {
    return html`<ol>
      ${this.items.map(
        (item) =>
          html`<li class=${item.state} aria-current=${item.state === 'now' ? 'step' : 'false'}>
            <span class="sign">${item.state === 'done' ? checkIcon() : ''}</span>
            <span>${item.text}<span class="visually-hidden"> (${item.stateText})</span></span>
          </li>`,
      )}
    </ol>`;
  }
}
