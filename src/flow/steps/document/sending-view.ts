import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {Banner} from '../../../ui/banner.ts';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {define} from '../../../ui/define.ts';
import {stepStyles} from '../../step-element.ts';
import {t} from '../../words.ts';

export interface SendingItem {
  /** As the person knows it. */
  name: string;
  /** 0 to 1. */
  share: number;
  state: 'sending' | 'sent' | 'failed';
}

/**
 * Pictures and files on their way, with what has arrived of each.
 * @fires cs-again - send those again that failed
 */
export class SendingView extends LitElement {
  static override properties = {items: {attribute: false}, language: {}};
  declare items: readonly SendingItem[];
  declare language: string;

  constructor() {
    super();
    this.items = [];
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      .parcels {
        display: grid;
        gap: 20px;
        margin-top: 24px;
      }
      .parcels div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        font-variant-numeric: tabular-nums;
      }
      progress {
        display: block;
        width: 100%;
        height: 8px;
        margin-top: 6px;
        border: 0;
        border-radius: 4px;
        overflow: hidden;
        appearance: none;
        background: var(--cs-line);
        color: var(--cs-accent);
      }
      progress::-webkit-progress-bar {
        background: none;
      }
      progress::-webkit-progress-value {
        background: var(--cs-accent);
        border-radius: 4px;
      }
      progress::-moz-progress-bar {
        background: var(--cs-accent);
      }
      cs-banner {
        margin-top: 24px;
      }
    `,
  ];

  override render(): TemplateResult {
    const failed = this.items.some(({state}) => state === 'failed');
    return html`<div class="head">
        <h1 tabindex="-1">${t('document.uploadingTitle')}</h1>
        <p class="soft">${t('document.uploadingText')}</p>
      </div>
      <div class="parcels">${this.items.map((item) => this.#item(item))}</div>
      ${
        failed
          ? html`<cs-banner kind="bad" role="alert">${t('document.uploadFailed')}</cs-banner>
              <div class="actions">
                <button class="button primary" type="button" @click=${() => this.dispatchEvent(new Event('cs-again'))}>
                  ${t('base.tryAgain')}
                </button>
              </div>`
          : nothing
      }`;
  }

  #item({name, share}: SendingItem): TemplateResult {
    const percent = new Intl.NumberFormat(this.language, {style: 'percent'}).format(share);
    return html`<div role="group" aria-label=${name}>
      <span>${name}</span><span class="soft">${percent}</span>
      <progress max="1" .value=${share} aria-label=${name}></progress>
    </div>`;
  }
}

define('cs-banner', Banner);
define('cs-sending', SendingView);
