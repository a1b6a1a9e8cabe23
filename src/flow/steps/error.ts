import {css, type CSSResultGroup, html, nothing} from 'lit';
import {define} from '../../ui/define.ts';
import {outcomeDrawing} from '../../ui/illustrations.ts';
import {StepElement} from '../step-element.ts';
import type {Trouble} from '../trouble.ts';
import {t} from '../words.ts';

/** What happened, then what to do now; the code stands in a details line for support. Also the page after leaving. */
export class ErrorStep extends StepElement {
  static override properties = {...StepElement.properties, trouble: {attribute: false}, again: {attribute: false}};
  /** Absent = the person left on purpose. */
  declare trouble: Trouble | undefined;
  declare again: (() => Promise<void>) | undefined;

  static override styles: CSSResultGroup = [
    StepElement.styles,
    css`
      details {
        margin-top: 24px;
        color: var(--cs-ink-soft);
        font-size: 15px;
      }
      summary {
        display: inline-block;
        min-height: 44px;
        padding: 10px 0;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      code {
        font-family: ui-monospace, monospace;
        font-size: 14px;
        user-select: all;
      }
    `,
  ];

  override render() {
    return this.trouble ? this.#failed(this.trouble) : this.#left();
  }

  #failed(trouble: Trouble) {
    const again = trouble.again && this.again;
    return html`<div class="hero">${outcomeDrawing('warn')}</div>
      <div class="head" role="alert">
        <h1 tabindex="-1">${t(trouble.title)}</h1>
        <p class="soft">${t(trouble.text)}</p>
      </div>
      <details>
        <summary>${t('trouble.details')}</summary>
        <code dir="ltr">${trouble.code}${trouble.requestId ? ` · ${trouble.requestId}` : ''}</code>
      </details>
      <div class="actions">
        ${
          again
            ? html`<button
                class="button primary"
                type="button"
                aria-disabled=${this.busy}
                @click=${() => this.run(again)}
              >
                ${this.busy ? t('base.loading') : t('base.tryAgain')}
              </button>`
            : nothing
        }
        ${
          this.actions.hosted
            ? nothing
            : html`<button
                class=${again ? 'button secondary' : 'button primary'}
                type="button"
                @click=${() => this.actions.finish()}
              >
                ${t('base.close')}
              </button>`
        }
      </div>`;
  }

  #left() {
    const again = this.again;
    return html`<div class="hero">${outcomeDrawing('wait')}</div>
      <div class="head">
        <h1 tabindex="-1">${t('trouble.leftTitle')}</h1>
        <p class="soft">${t('trouble.leftText')}</p>
      </div>
      <div class="actions">
        ${
          again
            ? html`<button
                class="button primary"
                type="button"
                aria-disabled=${this.busy}
                @click=${() => this.run(again)}
              >
                ${t('trouble.leftContinue')}
              </button>`
            : nothing
        }
      </div>`;
  }
}

define('countersign-step-error', ErrorStep);
