import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {Banner} from '../../ui/banner.ts';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {define} from '../../ui/define.ts';
import {uploadIcon} from '../../ui/icons.ts';
import {cameraOffDrawing} from '../../ui/illustrations.ts';
import {stepStyles} from '../step-element.ts';
import {isHandheld} from '../handheld.ts';
import {t, type WordKey} from '../words.ts';
import {cameraPermission, type CameraTrouble} from './camera-trouble.ts';

/** Those that may heal while the page stays open. */
const worthTrying: readonly CameraTrouble[] = ['denied', 'missing', 'busy', 'black', 'other'];

/**
 * No camera: why, and the next thing to do. Never a dead end.
 * @fires cs-again - try the camera again
 * @fires cs-upload - choose a file
 * @fires cs-hand-over - on with another device
 */
export class TroubleView extends LitElement {
  static override properties = {
    kind: {},
    upload: {type: Boolean},
    elsewhere: {type: Boolean},
    came: {type: Boolean},
    dragging: {type: Boolean},
    notice: {attribute: false},
    language: {},
  };
  declare kind: CameraTrouble;
  declare upload: boolean;
  /** Whether another device can take over. */
  declare elsewhere: boolean;
  /** This device was handed over to: the first one still has the inquiry open. */
  declare came: boolean;
  declare dragging: boolean;
  declare notice: WordKey | undefined;
  declare language: string;

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      ol {
        display: grid;
        gap: 8px;
        margin-top: 8px;
        padding-inline-start: 1.4em;
        list-style: decimal;
      }
      .how {
        margin-top: 24px;
        padding: 16px;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
      }
      .how h2 {
        font-size: 1em;
      }
      .drop {
        padding: 24px;
        border: 2px dashed var(--cs-accent);
        border-radius: var(--cs-radius);
        text-align: center;
      }
      cs-banner {
        margin-top: 24px;
      }
    `,
  ];

  #away = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    void this.#watchPermission(this.#away.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
  }

  /** Allowed in the browser's own panel: go on without another press. */
  async #watchPermission(signal: AbortSignal): Promise<void> {
    const permission = await cameraPermission();
    const changed = () => permission?.state === 'granted' && this.#tell('cs-again');
    permission?.addEventListener('change', changed, {signal});
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  #tell(type: 'cs-again' | 'cs-upload' | 'cs-hand-over'): void {
    this.dispatchEvent(new Event(type));
  }

  override render(): TemplateResult {
    const again = worthTrying.includes(this.kind) || !this.upload;
    return html`<div class="hero">${cameraOffDrawing()}</div>
      <div class="head">
        ${this.kind === 'inapp' ? this.#inApp() : this.#why(this.kind)}
        ${this.upload ? nothing : html`<p class="soft">${t('capture.noUpload')}</p>`}
      </div>
      ${this.kind === 'denied' ? this.#how() : nothing}
      ${this.came ? html`<p class="soft">${t('capture.firstDevice')}</p>` : nothing}
      ${this.notice ? html`<cs-banner kind="bad" role="alert">${t(this.notice)}</cs-banner>` : nothing}
      <div class="actions">
        ${this.dragging ? html`<p class="drop">${t('capture.uploadDrop')}</p>` : nothing}
        ${
          this.upload
            ? html`<button class="button primary" type="button" @click=${() => this.#tell('cs-upload')}>
                ${uploadIcon()}${t('capture.upload')}
              </button>`
            : nothing
        }
        ${
          this.elsewhere
            ? html`<button
                class=${this.upload ? 'button secondary' : 'button primary'}
                type="button"
                @click=${() => this.#tell('cs-hand-over')}
              >
                ${t(isHandheld() ? 'base.handOverElsewhere' : 'base.handOver')}
              </button>`
            : nothing
        }
        ${
          again
            ? html`<button
                class=${this.upload || this.elsewhere ? 'button secondary' : 'button primary'}
                type="button"
                @click=${() => this.#tell('cs-again')}
              >
                ${t('base.tryAgain')}
              </button>`
            : nothing
        }
      </div>`;
  }

  #why(kind: Exclude<CameraTrouble, 'inapp'>): TemplateResult {
    return html`<h1 tabindex="-1">${t(`capture.${kind}Title`)}</h1>
      <p class="soft">${t(`capture.${kind}Text`)} ${this.upload ? t('capture.orUpload') : nothing}</p>`;
  }

  #inApp(): TemplateResult {
    return html`<h1 tabindex="-1">${t('handoff.inAppTitle')}</h1>
      <p class="soft">${t('handoff.inAppText')}</p>`;
  }

  #how(): TemplateResult {
    return html`<div class="how">
      <h2>${t('capture.deniedHow')}</h2>
      <ol>
        <li>${t('capture.deniedHow1')}</li>
        <li>${t('capture.deniedHow2')}</li>
        <li>${t('capture.deniedHow3')}</li>
      </ol>
    </div>`;
  }
}

define('cs-banner', Banner);
define('cs-camera-trouble', TroubleView);
