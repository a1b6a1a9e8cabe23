import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {Banner} from '../../../ui/banner.ts';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {define} from '../../../ui/define.ts';
import {fileIcon} from '../../../ui/first-icons.ts';
import type {Picture} from '../../capture/picture.ts';
import {stepStyles} from '../../step-element.ts';
import {t, type WordKey} from '../../words.ts';

/** What the preview measured when the shutter fired, as advice; the person decides. */
function adviceFor({measured}: Picture): WordKey | undefined {
  if (!measured) return undefined;
  if (measured.sharpness < 10) return 'document.reviewBlurry';
  if (measured.mean < 45) return 'document.reviewDark';
  if (measured.glare > 0.03) return 'document.reviewGlare';
  return undefined;
}

/**
 * The picture as it will be sent, for a look.
 * @fires cs-use - send it
 * @fires cs-retake - take or choose another
 */
export class ReviewView extends LitElement {
  static override properties = {picture: {attribute: false}, what: {}, busy: {type: Boolean}, language: {}};
  declare picture: Picture;
  /** What the picture shows, in words. */
  declare what: string;
  declare busy: boolean;
  declare language: string;
  #url: string | undefined;
  #shown: Picture | undefined;

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      figure {
        display: grid;
        place-items: center;
        margin: 20px 0 0;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
        overflow: hidden;
        background: var(--cs-ground-page);
      }
      img {
        display: block;
        width: 100%;
        max-height: 46vh;
        object-fit: contain;
      }
      /* A phone held upright sees much table above and below: what stood in the guide is shown, large enough to read. */
      .tall {
        aspect-ratio: 4 / 3;
        object-fit: cover;
        object-position: 50% 42%;
      }
      .file {
        grid-template-columns: auto 1fr;
        justify-items: start;
        gap: 12px;
        padding: 20px 16px;
      }
      .file span {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      cs-banner {
        margin-top: 16px;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  #forget(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
    this.#shown = undefined;
  }

  override willUpdate(): void {
    if (this.#shown === this.picture) return;
    this.#forget();
    this.#shown = this.picture;
    if (this.picture.viewable) this.#url = URL.createObjectURL(this.picture.blob);
  }

  #loaded({target}: Event): void {
    const {picture} = this;
    const {naturalWidth, naturalHeight, classList} = target as HTMLImageElement;
    classList.toggle('tall', picture.capture !== 'upload' && !picture.upright && naturalHeight > naturalWidth);
  }

  override render(): TemplateResult {
    const {picture} = this;
    const advice = adviceFor(picture);
    return html`<div class="head">
        <h1 tabindex="-1">${t(picture.viewable ? 'document.reviewTitle' : 'document.reviewFileTitle')}</h1>
        <p class="soft">${t(picture.viewable ? 'document.reviewText' : 'document.reviewFileText')}</p>
      </div>
      ${
        this.#url
          ? html`<figure>
              <img src=${this.#url} alt=${t('document.reviewAlt', {what: this.what})} @load=${this.#loaded} />
            </figure>`
          : html`<figure class="file">${fileIcon()}<span dir="auto">${picture.name ?? ''}</span></figure>`
      }
      ${advice ? html`<cs-banner kind="warn">${t(advice)}</cs-banner>` : nothing}
      <div class="actions">
        <button
          class=${advice === 'document.reviewBlurry' ? 'button secondary' : 'button primary'}
          type="button"
          aria-disabled=${this.busy}
          @click=${() => this.dispatchEvent(new Event('cs-use'))}
        >
          ${t(picture.viewable ? 'document.reviewUse' : 'document.reviewUseFile')}
        </button>
        <button
          class=${advice === 'document.reviewBlurry' ? 'button primary' : 'button secondary'}
          type="button"
          @click=${() => this.dispatchEvent(new Event('cs-retake'))}
        >
          ${t(picture.capture === 'upload' ? 'document.reviewOtherFile' : 'document.reviewRetake')}
        </button>
      </div>`;
  }
}

define('cs-banner', Banner);
define('cs-review', ReviewView);
