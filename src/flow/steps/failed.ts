import {html, nothing, type CSSResultGroup} from 'lit';
import {define} from '../../ui/define.ts';
import {outcomeDrawing} from '../../ui/illustrations.ts';
import {warnIcon} from '../../ui/icons.ts';
import {problemStyles} from '../problem-styles.ts';
import {StepElement} from '../step-element.ts';
import {t} from '../words.ts';

/** The end without success: what stood in the way, in words people can act on, and who can help. */
export class FailedStep extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, problemStyles];

  override render() {
    const screen = this.screen('failed');
    if (!screen) return html``;
    const requester = this.position?.requester ?? '';
    const {problems} = screen;
    const canRestart = screen.canRestart && this.actions.mayRestart;
    return html`<div class="hero">${outcomeDrawing('bad')}</div>
      <div class="head">
        <h1 tabindex="-1">${t('ending.failedTitle')}</h1>
        <p class="soft">${problems.length ? t('ending.failedText') : t('ending.failedTextPlain', {requester})}</p>
      </div>
      ${
        problems.length
          ? html`<ul class="problems bad">
                ${problems.map((problem) => html`<li>${warnIcon()}<span>${t(`problems.${problem}`)}</span></li>`)}
              </ul>
              <p class="note soft">${t('ending.failedNext', {requester})}</p>`
          : nothing
      }
      <div class="actions">
        ${
          screen.canRestart
            ? html`<button
                class="button primary"
                type="button"
                aria-disabled=${this.busy}
                @click=${() => this.run(() => this.actions.restart())}
              >
                ${this.busy ? t('base.loading') : t('ending.restart')}
              </button>`
            : nothing
        }
        ${this.#leave(requester, canRestart)}
      </div>`;
  }

  get #mayClose(): boolean {
    return this.actions.alone && !this.position?.redirectUri;
  }

  #leave(requester: string, second: boolean) {
    const returns = this.actions.hosted && this.position?.redirectUri;
    if (this.#mayClose) return nothing;
    return html`<button
      class=${second ? 'button secondary' : 'button primary'}
      type="button"
      @click=${() => this.actions.finish()}
    >
      ${returns ? t('ending.successReturn', {requester}) : t('base.close')}
    </button>`;
  }
}

define('countersign-step-failed', FailedStep);
