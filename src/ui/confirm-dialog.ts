import {LitElement, css, html} from 'lit';
import {baseStyles, buttonStyles} from './base-styles.ts';

export class ConfirmDialogAnswer extends Event {
  static readonly type = 'cs-answer';
  readonly confirmed: boolean;

  constructor(confirmed: boolean) {
    super(ConfirmDialogAnswer.type, {bubbles: true, composed: true});
    this.confirmed = confirmed;
  }
}

/**
 * A question with two answers in a native `<dialog>`: focus stays inside, Escape means "no", and focus returns to where it was.
 * @fires cs-answer - `confirmed` is true for the confirming button, false for the other one and for Escape.
 */
export class ConfirmDialog extends LitElement {
  static override properties = {heading: {}, text: {}, confirm: {}, dismiss: {}};
  declare heading: string;
  declare text: string;
  /** Label of the button that says yes. */
  declare confirm: string;
  /** Label of the button that says no; it has the focus first. */
  declare dismiss: string;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.confirm = '';
    this.dismiss = '';
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      dialog {
        width: min(var(--cs-column), calc(100% - 32px));
        max-height: calc(100% - 32px);
        padding: 24px;
        border: 1px solid var(--cs-line);
        border-radius: 16px;
        background: var(--cs-ground);
        color: inherit;
        box-shadow: var(--cs-shadow);
      }
      dialog::backdrop {
        background: rgb(8 11 14 / 55%);
      }
      p {
        margin-top: 8px;
      }
      .actions {
        display: grid;
        gap: 8px;
        margin-top: 24px;
      }
      @media (prefers-reduced-motion: no-preference) {
        dialog[open] {
          animation: rise 180ms ease-out;
        }
        @keyframes rise {
          from {
            opacity: 0;
            transform: translateY(8px);
          }
        }
      }
    `,
  ];

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get open(): boolean {
    return this.#dialog?.open ?? false;
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.open) this.#dialog?.showModal();
  }

  #answer(confirmed: boolean): void {
    this.#dialog?.close();
    this.dispatchEvent(new ConfirmDialogAnswer(confirmed));
  }

  #cancel(event: Event): void {
    event.preventDefault();
    this.#answer(false);
  }

  override render() {
    return html`<dialog aria-labelledby="heading" aria-describedby="text" @cancel=${this.#cancel}>
      <h2 id="heading">${this.heading}</h2>
      <p id="text" class="soft">${this.text}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => this.#answer(false)}>${this.dismiss}</button>
        <button class="button danger" type="button" @click=${() => this.#answer(true)}>${this.confirm}</button>
      </div>
    </dialog>`;
  }
}
