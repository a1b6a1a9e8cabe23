import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import type {Screen} from '../../../protocol/position.ts';
import type {DocumentType} from '../../../protocol/government-id.ts';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {ChoiceCards, type ChoiceEvent} from '../../../ui/choice-cards.ts';
import {define} from '../../../ui/define.ts';
import {backIcon, forwardIcon} from '../../../ui/icons.ts';
import {SearchList} from '../../../ui/search-list.ts';
import {stepStyles} from '../../step-element.ts';
import {t} from '../../words.ts';
import {countryItems, likelyCountry} from './countries.ts';
import {kindOf} from './kinds.ts';

export class DocumentChoice extends Event {
  static readonly type = 'cs-document';
  readonly country: string | undefined;
  readonly documentType: DocumentType;

  constructor(country: string | undefined, documentType: DocumentType) {
    super(DocumentChoice.type, {bubbles: true, composed: true});
    this.country = country;
    this.documentType = documentType;
  }
}

/**
 * Which document it is, where its pictures did not say: the issuer (guessed from the pictures, else from the browser) and the kind,
 * the likeliest first.
 * @fires cs-document - what was chosen
 * @fires cs-again - another picture instead
 */
export class ChooseView extends LitElement {
  static override properties = {
    screen: {attribute: false},
    busy: {type: Boolean},
    language: {},
    country: {state: true},
    searching: {state: true},
    pressed: {state: true},
  };
  declare screen: Extract<Screen, {kind: 'document'}>;
  declare busy: boolean;
  declare language: string;
  declare country: string | undefined;
  declare searching: boolean;
  declare pressed: string | undefined;

  constructor() {
    super();
    this.busy = false;
    this.searching = false;
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      .again {
        margin-top: 12px;
      }
      .country {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        width: 100%;
        min-height: var(--cs-control-height);
        margin: 20px 0 8px;
        padding: 8px 16px;
        border: 1px solid var(--cs-line-strong);
        border-radius: var(--cs-radius);
        background: var(--cs-ground);
        text-align: start;
      }
      .country .soft {
        margin-inline-end: 6px;
      }
      .country strong {
        font-weight: 600;
      }
      .back {
        margin: -12px 0 4px;
        margin-inline-start: -12px;
      }
      cs-search-list {
        flex: 1;
        margin-top: 20px;
      }
    `,
  ];

  override willUpdate(): void {
    const {country, countries, asks = []} = this.screen;
    this.country ??=
      country ?? asks.find((guess) => guess.country)?.country ?? likelyCountry(navigator.languages, countries);
  }

  override firstUpdated(): void {
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.searching) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#back();
    });
  }

  async #search(): Promise<void> {
    this.searching = true;
    await this.updateComplete;
    const list = this.renderRoot.querySelector<SearchList>('cs-search-list');
    await list?.updateComplete;
    list?.focus();
  }

  async #back(): Promise<void> {
    this.searching = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.country, h1')?.focus();
  }

  #chosen(event: ChoiceEvent): void {
    this.country = event.value;
    void this.#back();
  }

  #type(event: ChoiceEvent): void {
    this.pressed = event.value;
    const type = this.screen.types.find((one) => one === event.value);
    if (type) this.dispatchEvent(new DocumentChoice(this.country, type));
  }

  override render(): TemplateResult {
    return this.searching ? this.#countries() : this.#types();
  }

  #types(): TemplateResult {
    const {types, countries, asks = []} = this.screen;
    const likely = [...new Set(asks.map(({type}) => type))];
    const cards = [
      ...likely.map((type) => ({...kindOf(type), detail: t('document.chooseLikely')})),
      ...types.filter((type) => !likely.includes(type)).map(kindOf),
    ];
    return html`<div class="head">
        <h1 tabindex="-1">${t('document.chooseTitle')}</h1>
        <p class="soft">${t('document.chooseText')}</p>
      </div>
      ${
        countries?.length === 1
          ? nothing
          : html`<button class="country" type="button" @click=${this.#search}>
              <span>
                <span class="soft">${t('document.issuedBy')}</span>
                <strong>${this.country ? this.#name(this.country) : t('document.countrySearch')}</strong>
              </span>
              ${forwardIcon()}
            </button>`
      }
      <cs-choice-cards
        .cards=${cards}
        label=${t('document.chooseTitle')}
        .busy=${this.busy ? this.pressed : undefined}
        @cs-choice=${this.#type}
      ></cs-choice-cards>
      <button
        class="button quiet again"
        type="button"
        aria-disabled=${this.busy}
        @click=${() => this.dispatchEvent(new Event('cs-again'))}
      >
        ${t('document.retryAgain')}
      </button>`;
  }

  #name(code: string): string {
    return new Intl.DisplayNames([this.language], {type: 'region'}).of(code) ?? code;
  }

  #countries(): TemplateResult {
    return html`<button class="icon-button back" type="button" aria-label=${t('base.back')} @click=${this.#back}>
        ${backIcon()}
      </button>
      <div class="head">
        <h1 tabindex="-1">${t('document.countryTitle')}</h1>
        <p class="soft">${t('document.countryText')}</p>
      </div>
      <cs-search-list
        .items=${countryItems(this.language, this.screen.countries)}
        .value=${this.country}
        label=${t('document.countrySearch')}
        placeholder=${t('document.countrySearch')}
        empty=${t('document.countryNone')}
        @cs-choice=${this.#chosen}
      ></cs-search-list>`;
  }
}

define('cs-choice-cards', ChoiceCards);
define('cs-search-list', SearchList);
define('cs-choose', ChooseView);
