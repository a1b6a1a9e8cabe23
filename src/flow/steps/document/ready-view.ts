import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import type {Screen} from '../../../protocol/position.ts';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {define} from '../../../ui/define.ts';
import {stepStyles} from '../../step-element.ts';
import {t} from '../../words.ts';
import {kindOf} from './kinds.ts';

/** With more countries than these nobody reads a list, and what the picture says counts anyway. */
const mostCountries = 8;

/**
 * What to have ready before the camera opens: which documents are accepted. Nothing is asked here; the picture says what it is.
 * @fires cs-start - on to the camera
 * @fires cs-hand-over - on with the phone
 */
export class ReadyView extends LitElement {
  static override properties = {screen: {attribute: false}, elsewhere: {type: Boolean}, language: {}};
  declare screen: Extract<Screen, {kind: 'document'}>;
  /** Whether to offer another device. */
  declare elsewhere: boolean;
  declare language: string;

  constructor() {
    super();
    this.elsewhere = false;
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      ul {
        margin-top: 20px;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 16px;
        padding: 8px 16px 8px 12px;
      }
      li + li {
        border-top: 1px solid var(--cs-line);
      }
      li .drawing {
        width: 54px;
        height: 42px;
      }
      li strong {
        display: block;
        font-weight: 600;
        line-height: 1.4;
      }
    `,
  ];

  override render(): TemplateResult {
    const {types, countries} = this.screen;
    const listed = countries && countries.length <= mostCountries ? countries : undefined;
    return html`<div class="head">
        <h1 tabindex="-1">${t('document.readyTitle')}</h1>
        <p class="soft">${t('document.readyText')}</p>
      </div>
      <ul aria-label=${t('document.readyAccepted')}>
        ${types.map(kindOf).map(
          ({title, detail, drawing}) =>
            html`<li>
              ${drawing}
              <span><strong>${title}</strong><span class="soft small">${detail}</span></span>
            </li>`,
        )}
      </ul>
      ${
        listed
          ? html`<p class="note"><span class="soft">${t('document.issuedBy')}</span> ${this.#names(listed)}</p>`
          : nothing
      }
      <div class="actions">
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new Event('cs-start'))}>
          ${t('document.readyStart')}
        </button>
        ${
          this.elsewhere
            ? html`<button
                class="button quiet"
                type="button"
                @click=${() => this.dispatchEvent(new Event('cs-hand-over'))}
              >
                ${t('base.handOver')}
              </button>`
            : nothing
        }
      </div>`;
  }

  #names(codes: readonly string[]): string {
    const names = new Intl.DisplayNames([this.language], {type: 'region'});
    return new Intl.ListFormat(this.language, {type: 'disjunction'}).format(
      codes.map((code) => names.of(code) ?? code),
    );
  }
}

define('cs-ready', ReadyView);
