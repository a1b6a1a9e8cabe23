import {css, type CSSResultGroup, html, nothing} from 'lit';
import {define} from '../../ui/define.ts';
import {outcomeDrawing} from '../../ui/illustrations.ts';
import {StepElement} from '../step-element.ts';
import {t} from '../words.ts';

/** Long enough to read the heading, short enough not to be in the way. */
const returnMs = 1500;

/** The end that people want, and the end where a person looks again. The hosted page returns by itself. */
export class SuccessStep extends StepElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles: CSSResultGroup = [
    StepElement.styles,
    css`
      @media (prefers-reduced-motion: no-preference) {
        .hero .drawing {
          animation: arrive 200ms ease-out;
        }
        @keyframes arrive {
          from {
            opacity: 0;
            transform: scale(0.9);
          }
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#returns) this.#timer = setTimeout(() => this.actions.finish(), returnMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #returns(): boolean {
    return this.actions.hosted && Boolean(this.position?.redirectUri);
  }

  override render() {
    const review = this.screen('success')?.review ?? false;
    const requester = this.position?.requester ?? '';
    return html`<div class="hero">${outcomeDrawing(review ? 'wait' : 'good')}</div>
      <div class="head">
        <h1 tabindex="-1">${review ? t('ending.reviewTitle') : t('ending.successTitle')}</h1>
        <p class="soft">${review ? t('ending.reviewText', {requester}) : t('ending.successText')}</p>
      </div>
      ${this.#end(requester)}`;
  }

  #end(requester: string) {
    if (this.actions.alone && !this.#returns) {
      return html`<p class="note soft">${t('ending.successMayClose')}</p>`;
    }
    return html`<div class="actions">
      ${
        this.#returns
          ? html`<p class="soft small" role="status">${t('ending.successReturning', {requester})}</p>`
          : nothing
      }
      <button class="button primary" type="button" @click=${() => this.actions.finish()}>
        ${this.#returns ? t('ending.successReturn', {requester}) : t('ending.successClose')}
      </button>
    </div>`;
  }
}

define('countersign-step-success', SuccessStep);
