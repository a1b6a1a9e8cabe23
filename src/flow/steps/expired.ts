import {html} from 'lit';
import {define} from '../../ui/define.ts';
import {outcomeDrawing} from '../../ui/illustrations.ts';
import {StepElement} from '../step-element.ts';
import {t} from '../words.ts';

export class ExpiredStep extends StepElement {
  override render() {
    const requester = this.position?.requester ?? '';
    const returns = this.actions.hosted && this.position?.redirectUri;
    return html`<div class="hero">${outcomeDrawing('wait')}</div>
      <div class="head">
        <h1 tabindex="-1">${t('ending.expiredTitle')}</h1>
        <p class="soft">${requester ? t('ending.expiredText', {requester}) : t('ending.expiredTextPlain')}</p>
      </div>
      ${
        this.actions.alone && !returns
          ? html`<p class="note soft">${t('ending.successMayClose')}</p>`
          : html`<div class="actions">
              <button class="button primary" type="button" @click=${() => this.actions.finish()}>
                ${returns ? t('ending.successReturn', {requester}) : t('base.close')}
              </button>
            </div>`
      }`;
  }
}

define('countersign-step-expired', ExpiredStep);
